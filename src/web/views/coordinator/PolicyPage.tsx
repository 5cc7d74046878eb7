import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/format';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { ErrorAlert } from '../shared/ErrorAlert';
import { LeaveGuard } from '../shared/LeaveGuard';
import { Page } from '../shared/Page';
import { Skeleton } from '../shared/Skeleton';
import { PolicyField } from './PolicyField';
import { PolicyHistory } from './PolicyHistory';
import { groups, namesOf, type Policy } from './policyForm';
import { policyQuery, usePolicyForm } from './usePolicyForm';

/** The rules of dispatch, which coordinators change while the service runs. */
export function PolicyPage() {
  const { t } = useTranslation('policy');
  const query = useQuery(policyQuery);
  return (
    <Page title={t('title')} lead={t('lead')}>
      {query.isPending && <Skeleton lines={8} />}
      {query.error && !query.data && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <PolicyForm policy={query.data} />}
    </Page>
  );
}

function PolicyForm({ policy }: { policy: Policy }) {
  const { t } = useTranslation('policy');
  const form = usePolicyForm(policy);
  return (
    <>
      <LastChange policy={policy} />
      <form
        className="policy"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          if (form.dirty > 0) form.save();
        }}
      >
        {namesOf(groups).map(group => (
          <Card key={group} title={t(`group.${group}`)}>
            <div className="policy-fields">
              {namesOf(groups[group]).map(name => (
                <PolicyField
                  key={name}
                  name={name}
                  value={policy.values[name]}
                  text={form.textOf(name)}
                  wrong={form.wrong[name]}
                  onEdit={form.edit}
                />
              ))}
            </div>
          </Card>
        ))}
        {form.error && <ErrorAlert error={form.error} />}
        <div className="policy-bar">
          <p role="status">{form.dirty > 0 ? t('dirty', { count: form.dirty }) : t('clean')}</p>
          <Button onPress={form.discard}>{t('discard')}</Button>
          <Button look="primary" type="submit" isPending={form.isSaving}>
            {t('save')}
          </Button>
        </div>
      </form>
      <PolicyHistory history={policy.history} />
      <LeaveGuard dirty={form.dirty > 0} />
    </>
  );
}

function LastChange({ policy }: { policy: Policy }) {
  const { t } = useTranslation('policy');
  const last = policy.history[0];
  return (
    <p className="muted">
      {last
        ? t('lastChange', { time: formatDateTime(last.at), who: last.by ?? t('formerColleague') })
        : t('neverChanged')}
    </p>
  );
}
