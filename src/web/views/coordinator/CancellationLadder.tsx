import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/format';
import { Button } from '../shared/Button';
import { Choice } from '../shared/Choice';
import { ErrorAlert } from '../shared/ErrorAlert';
import { Skeleton } from '../shared/Skeleton';
import { TextField } from '../shared/TextField';
import type { Customer } from './allowLists';
import { type Contract, type Ladder, stepsAtMost } from './cancellation';
import { contractQuery, useCancellation, useLadderText } from './useCancellation';

const ladders: readonly Ladder[] = ['usual', 'jveg', 'own'];

/** What one customer's contract takes for cancelling. */
export function CancellationLadder({ customer }: { customer: Customer }) {
  const { t } = useTranslation('cancellation');
  const query = useQuery(contractQuery(customer.id));
  return (
    <section className="stack" aria-labelledby="cancellation-title">
      <h3 className="feedback-title" id="cancellation-title">
        {t('title', { name: customer.name })}
      </h3>
      <p className="muted">{t('lead')}</p>
      {query.isPending && <Skeleton lines={3} />}
      {query.error && !query.data && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <LadderForm key={query.data.version} customer={customer} contract={query.data} />}
    </section>
  );
}

function LadderForm({ customer, contract }: { customer: Customer; contract: Contract }) {
  const { t } = useTranslation('cancellation');
  const form = useCancellation(customer, contract);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        form.save();
      }}
    >
      <Choice
        label={t('ladder')}
        value={form.ladder}
        options={ladders.map(value => ({ value, text: t(`ladders.${value}`), hint: t(`hints.${value}`) }))}
        onChange={form.choose}
      />
      {form.steps.map((step, place) => {
        const number = place + 1;
        const wrong = form.wrong[place];
        const errorAt = (field: 'hours' | 'percent') =>
          wrong?.field === field ? t(`invalid.${wrong.breach}`) : undefined;
        return (
          <div key={step.key} className="row cancellation-step">
            <TextField
              label={t('hours', { number })}
              inputMode="numeric"
              autoComplete="off"
              value={step.hours}
              error={errorAt('hours')}
              onChange={hours => form.edit(place, { hours })}
            />
            <TextField
              label={t('percent', { number })}
              inputMode="numeric"
              autoComplete="off"
              value={step.percent}
              error={errorAt('percent')}
              onChange={percent => form.edit(place, { percent })}
            />
            {form.steps.length > 1 && (
              <Button look="tertiary" onPress={() => form.remove(place)}>
                {t('remove', { number })}
              </Button>
            )}
          </div>
        );
      })}
      {form.error && <ErrorAlert error={form.error} />}
      <div className="row">
        {form.ladder === 'own' && form.steps.length < stepsAtMost && (
          <Button onPress={form.add}>{t('add')}</Button>
        )}
        <Button look="primary" type="submit" isPending={form.isSaving}>
          {t('save')}
        </Button>
      </div>
      {contract.history.length > 0 && <LadderHistory contract={contract} />}
    </form>
  );
}

function LadderHistory({ contract }: { contract: Contract }) {
  const { t } = useTranslation('cancellation');
  const textOf = useLadderText();
  return (
    <div>
      <h4 className="feedback-title">{t('history')}</h4>
      <ul className="history-list">
        {contract.history.map(({ at, by, ladder, steps }) => (
          <li key={at} className="muted small">
            {t('change', {
              time: formatDateTime(at),
              who: by ?? t('formerColleague'),
              what: textOf(ladder, steps),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
