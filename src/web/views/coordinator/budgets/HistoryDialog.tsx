import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatEuro } from '../../../i18n/format';
import { dateText } from '../../appointments/timeText';
import { Button } from '../../shared/Button';
import { Dialog } from '../../shared/Dialog';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { Skeleton } from '../../shared/Skeleton';
import { type Budget, type BudgetChange, historyQuery } from './budgets';

/** Who changed what and when, from the audit; newest first. */
export function HistoryDialog({ budget, onClose }: { budget: Budget; onClose: () => void }) {
  const { t } = useTranslation('budgets');
  const shell = useTranslation().t;
  const query = useQuery(historyQuery(budget));
  return (
    <Dialog
      title={t('historyNamed', { name: budget.name })}
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>{shell('close')}</Button>}
    >
      {query.isPending && <Skeleton lines={4} />}
      <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />
      <ol className="policy-history">
        {query.data?.map(change => (
          <Change key={change.at} change={change} />
        ))}
      </ol>
    </Dialog>
  );
}

const fields = ['name', 'from', 'until', 'amount', 'warnAt', 'stops', 'contact'] as const;
type Field = (typeof fields)[number];

function Change({ change: { at, by, action, changes } }: { change: BudgetChange }) {
  const { t } = useTranslation('budgets');
  return (
    <li>
      <p className="policy-history-head">
        <time dateTime={at}>{formatDateTime(at)}</time>, {by ?? t('formerColleague')}:{' '}
        {t(`actions.${action}`)}
      </p>
      <ul>
        {fields.map(field => {
          const step = changes[field];
          return (
            step && (
              <li key={field}>
                <Step field={field} from={step.from} to={step.to} isNew={action === 'budget.added'} />
              </li>
            )
          );
        })}
      </ul>
    </li>
  );
}

interface StepProps {
  field: Field;
  from: string | null;
  to: string | null;
  isNew: boolean;
}

function Step({ field, from, to, isNew }: StepProps) {
  const { t } = useTranslation('budgets');
  const shown = (value: string | null): string => {
    if (!value) return t('historyNone');
    if (field === 'amount') return formatEuro(Number(value));
    if (field === 'from' || field === 'until') return dateText(value);
    if (field === 'stops') return t(value === 'true' ? 'yes' : 'no');
    return field === 'warnAt' ? `${value.replaceAll(' ', ', ')} %` : value;
  };
  const name = t(`fields.${field}`);
  return (
    <>
      {isNew ? `${name}: ${shown(to)}` : t('historyStep', { field: name, from: shown(from), to: shown(to) })}
    </>
  );
}
