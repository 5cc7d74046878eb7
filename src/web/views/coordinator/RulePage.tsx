import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/format';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { ErrorAlert } from '../shared/ErrorAlert';
import { LeaveGuard } from '../shared/LeaveGuard';
import { Page } from '../shared/Page';
import { Skeleton } from '../shared/Skeleton';
import { RuleField } from './RuleField';
import { RuleHistory } from './RuleHistory';
import type { RuleSet, Rules } from './ruleForm';
import { useRuleText } from './ruleText';
import { rulesQuery, useRuleForm } from './useRuleForm';

/** A set of rules, which coordinators change while the service runs. */
export function RulePage({ set }: { set: RuleSet }) {
  const { own } = useRuleText(set);
  const query = useQuery(rulesQuery(set));
  return (
    <Page title={own('title')} lead={own('lead')}>
      <Sets />
      {query.isPending && <Skeleton lines={8} />}
      {query.error && !query.data && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <RuleForm set={set} rules={query.data} />}
    </Page>
  );
}

function Sets() {
  const { t } = useTranslation('rules');
  return (
    <nav aria-label={t('sets')}>
      <ul className="rule-sets">
        <li>
          <Link to="/disposition/regeln" className="nav-link" activeOptions={{ exact: true }}>
            {t('setDispatch')}
          </Link>
        </li>
        <li>
          <Link to="/disposition/regeln/termine" className="nav-link">
            {t('setAppointments')}
          </Link>
        </li>
      </ul>
    </nav>
  );
}

function RuleForm({ set, rules }: { set: RuleSet; rules: Rules }) {
  const { t } = useTranslation('rules');
  const { own } = useRuleText(set);
  const form = useRuleForm(set, rules);
  return (
    <>
      <LastChange rules={rules} />
      <form
        className="policy"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          if (form.dirty > 0) form.save();
        }}
      >
        {Object.entries(set.groups).map(([group, values]) => (
          <Card key={group} title={own(`group.${group}`)}>
            <div className="policy-fields">
              {Object.keys(values).map(name => {
                const value = rules.values[name];
                return (
                  value && (
                    <RuleField
                      key={name}
                      set={set}
                      name={name}
                      value={value}
                      text={form.textOf(name)}
                      wrong={form.wrong[name]}
                      onEdit={form.edit}
                    />
                  )
                );
              })}
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
      <RuleHistory set={set} history={rules.history} />
      <LeaveGuard dirty={form.dirty > 0} />
    </>
  );
}

function LastChange({ rules }: { rules: Rules }) {
  const { t } = useTranslation('rules');
  const last = rules.history[0];
  return (
    <p className="muted">
      {last
        ? t('lastChange', { time: formatDateTime(last.at), who: last.by ?? t('formerColleague') })
        : t('neverChanged')}
    </p>
  );
}
