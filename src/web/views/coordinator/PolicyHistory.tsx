import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/format';
import { Card } from '../shared/Card';
import { EmptyState } from '../shared/EmptyState';
import { isKnown, namesOf, type PolicyChange } from './policyForm';
import { usePolicyText } from './policyText';

/** Who changed what and when, from the audit; newest first, in Berlin time. */
export function PolicyHistory({ history }: { history: PolicyChange[] }) {
  const { t } = useTranslation('policy');
  return (
    <Card title={t('history.title')}>
      {history.length === 0 ? (
        <EmptyState title={t('history.empty')}>{t('history.emptyText')}</EmptyState>
      ) : (
        <ol className="policy-history">
          {history.map(change => (
            <Change key={change.at} change={change} />
          ))}
        </ol>
      )}
    </Card>
  );
}

function Change({ change }: { change: PolicyChange }) {
  const { t } = useTranslation('policy');
  const { nameOf, amountOf } = usePolicyText();
  const names = namesOf(change.changes).filter(isKnown);
  return (
    <li>
      <p className="policy-history-head">
        <time dateTime={change.at}>{formatDateTime(change.at)}</time>, {change.by ?? t('formerColleague')}
      </p>
      <ul>
        {names.map(name => {
          const { before, after } = change.changes[name] ?? { before: 0, after: 0 };
          return (
            <li key={name}>
              {t('history.step', {
                name: nameOf(name),
                before: amountOf(name, before),
                after: amountOf(name, after),
              })}
            </li>
          );
        })}
      </ul>
    </li>
  );
}
