import './words';
import './partyWords';
import { useQuery } from '@tanstack/react-query';
import { useParams, useRouter, useSearch } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/Button';
import { NotFoundPage } from '../../shared/CrashPage';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { LinkButton } from '../../shared/LinkButton';
import { Skeleton } from '../../shared/Skeleton';
import type { Side } from '../tariffs/tariffs';
import { AgreementCard } from './AgreementCard';
import { BillingPage } from './BillingPage';
import { PartyEditor } from './PartyEditor';
import { partiesQuery, partyQuery } from './parties';
import type { SideWord } from './search';
import { VatCard } from './VatCard';

/** Our own data. */
export function IssuerPage() {
  const { t } = useTranslation('parties');
  const { zurueck } = useSearch({ from: '/shell/disposition/abrechnung/stammdaten/eigene' });
  return (
    <Framed title={t('form.issuerTitle')} lead={t('form.issuerLead')} back={zurueck} seite="auftraggeber">
      <LoadedForm whose="issuer" id={null} name="" number={null} />
    </Framed>
  );
}

export function CustomerPage() {
  const { id } = useParams({ from: '/shell/disposition/abrechnung/stammdaten/auftraggeber/$id' });
  const { zurueck } = useSearch({ from: '/shell/disposition/abrechnung/stammdaten/auftraggeber/$id' });
  return <PartyPlace side="customer" id={id} back={zurueck} />;
}

/** With how the person is taxed, and that we may write for them. */
export function InterpreterPage() {
  const { id } = useParams({ from: '/shell/disposition/abrechnung/stammdaten/dolmetschende/$id' });
  const { zurueck } = useSearch({ from: '/shell/disposition/abrechnung/stammdaten/dolmetschende/$id' });
  return <PartyPlace side="interpreter" id={id} back={zurueck} />;
}

function PartyPlace({ side, id, back }: { side: Side; id: string; back: string | undefined }) {
  const { t } = useTranslation('parties');
  const { data, error, isPending, refetch } = useQuery(partiesQuery(side));
  const party = data?.find(one => one.id === id);
  if (data && !party) return <NotFoundPage />;
  const name = party ? [party.name, party.number].filter(Boolean).join(', ') : '…';
  return (
    <Framed
      title={t('form.partyTitle', { name })}
      lead={t('form.partyLead')}
      back={back}
      seite={side === 'customer' ? 'auftraggeber' : 'dolmetschende'}
    >
      {isPending && <Skeleton lines={10} />}
      {error && !data && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {party && (
        <>
          <LoadedForm key={id} whose={side} id={id} name={party.name} number={party.number} />
          {side === 'interpreter' && (
            <div className="billing-two">
              <VatCard id={id} />
              <AgreementCard id={id} name={party.name} />
            </div>
          )}
        </>
      )}
    </Framed>
  );
}

function LoadedForm({ whose, id, ...party }: Omit<ComponentProps<typeof PartyEditor>, 'stored'>) {
  const { data, error, isPending, refetch } = useQuery(partyQuery(whose, id));
  if (isPending) return <Skeleton lines={10} />;
  if (data === undefined) return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  return <PartyEditor whose={whose} id={id} {...party} stored={data} />;
}

interface FramedProps {
  title: string;
  lead: string;
  back: string | undefined;
  seite: SideWord;
  children: ReactNode;
}

/** Back to where it was opened from: a preview that waits for these data, or the list. */
function Framed({ title, lead, back, seite, children }: FramedProps) {
  const { t } = useTranslation('parties');
  const { history } = useRouter();
  const actions = back ? (
    <Button onPress={() => history.push(back)}>{t('form.backToRun')}</Button>
  ) : (
    <LinkButton to="/disposition/abrechnung/stammdaten" search={{ seite }}>
      {t('form.back')}
    </LinkButton>
  );
  return (
    <BillingPage title={title} lead={lead} actions={actions}>
      {children}
    </BillingPage>
  );
}
