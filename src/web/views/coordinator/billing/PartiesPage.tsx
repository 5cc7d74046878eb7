import './words';
import './partyWords';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/Card';
import { CheckField } from '../../shared/CheckField';
import { Choice } from '../../shared/Choice';
import { EmptyState } from '../../shared/EmptyState';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { LinkButton } from '../../shared/LinkButton';
import { Skeleton } from '../../shared/Skeleton';
import { TextField } from '../../shared/TextField';
import { BillingPage } from './BillingPage';
import { PartyTable } from './PartyTable';
import { partiesQuery, partyQuery, shownParties } from './parties';
import { type PartiesSearch, readPartiesSearch, sideWords } from './search';

/** Our own data, and everybody's on either side: what is there, what is missing. */
export function PartiesPage() {
  const { t } = useTranslation('parties');
  return (
    <BillingPage title={t('title')} lead={t('lead')}>
      <IssuerCard />
      <PartyList />
    </BillingPage>
  );
}

function IssuerCard() {
  const { t } = useTranslation('parties');
  const { data, error, isPending, refetch } = useQuery(partyQuery('issuer', null));
  return (
    <Card title={t('issuer')}>
      {isPending && <Skeleton lines={1} />}
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <div className="row billing-issuer">
          <p>{data ? t('issuerThere', { name: data.name, city: data.city }) : t('issuerMissing')}</p>
          <LinkButton
            small
            look={data ? 'secondary' : 'primary'}
            to="/disposition/abrechnung/stammdaten/eigene"
            aria-label={t(data ? 'changeNamed' : 'fillNamed', { name: t('issuer') })}
          >
            {t(data ? 'change' : 'fill')}
          </LinkButton>
        </div>
      )}
    </Card>
  );
}

function PartyList() {
  const { t } = useTranslation('parties');
  const billing = useTranslation('billing').t;
  const {
    seite = 'auftraggeber',
    suche = '',
    luecken,
  } = useSearch({
    from: '/shell/disposition/abrechnung/stammdaten',
  });
  const navigate = useNavigate({ from: '/disposition/abrechnung/stammdaten' });
  const side = sideWords[seite];
  const { data, error, isPending, refetch } = useQuery(partiesQuery(side));
  const change = (part: PartiesSearch | { luecken: boolean }) =>
    void navigate({
      to: '.',
      search: readPartiesSearch({ seite, suche, luecken, ...part }),
      replace: true,
      resetScroll: false,
    });
  const rows = data && shownParties(data, suche, luecken === true);
  return (
    <Card title={billing(`sides.${side}`)}>
      <search className="billing-search">
        <Choice
          label={billing('side')}
          value={seite}
          options={(['auftraggeber', 'dolmetschende'] as const).map(value => ({
            value,
            text: billing(`sides.${sideWords[value]}`),
          }))}
          onChange={word => change({ seite: word })}
        />
        <TextField
          label={t('search')}
          hint={t('searchHint')}
          value={suche}
          onChange={text => change({ suche: text })}
        />
        <CheckField
          label={t('onlyGaps')}
          isSelected={luecken === true}
          onChange={isOn => change({ luecken: isOn })}
        />
      </search>
      {isPending && <Skeleton lines={6} />}
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {rows && (
        <p className="muted small" role="status">
          {t('count', { count: rows.length })}
        </p>
      )}
      {rows?.length === 0 && (
        <EmptyState title={t('emptyTitle')}>{t(luecken && !suche ? 'allThere' : 'emptyText')}</EmptyState>
      )}
      {rows && rows.length > 0 && <PartyTable side={side} rows={rows} />}
    </Card>
  );
}
