import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/format';
import { Card } from '../shared/Card';
import { EmptyState } from '../shared/EmptyState';
import { type RuleChange, type RuleSet, unitOf } from './ruleForm';
import { useRuleText } from './ruleText';

/** Who changed what and when, from the audit; newest first, in Berlin time. */
export function RuleHistory({ set, history }: { set: RuleSet; history: RuleChange[] }) {
  const { t } = useTranslation('rules');
  return (
    <Card title={t('history.title')}>
      {history.length === 0 ? (
        <EmptyState title={t('history.empty')}>{t('history.emptyText')}</EmptyState>
      ) : (
        <ol className="policy-history">
          {history.map(change => (
            <Change key={change.at} set={set} change={change} />
          ))}
        </ol>
      )}
    </Card>
  );
}

function Change({ set, change }: { set: RuleSet; change: RuleChange }) {
  const { t } = useTranslation('rules');
  const { nameOf, amountOf } = useRuleText(set);
  const known = Object.entries(change.changes).filter(([name]) => unitOf(set, name));
  return (
    <li>
      <p className="policy-history-head">
        <time dateTime={change.at}>{formatDateTime(change.at)}</time>, {change.by ?? t('formerColleague')}
      </p>
      <ul>
        {known.map(([name, { before, after }]) => (
          <li key={name}>
            {t('history.step', {
              name: nameOf(name),
              before: amountOf(name, before),
              after: amountOf(name, after),
            })}
          </li>
        ))}
      </ul>
    </li>
  );
}
