import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../shared/Badge';
import type { Side } from '../tariffs/tariffs';
import { type Finding, ourCode, whoseData } from './findings';

interface Props {
  findings: readonly Finding[];
  side: Side;
  party: { id: string; name: string };
}

/** What is missing or odd, what to do, and the way there; from there it leads back to here. */
export function FindingList({ findings, side, party }: Props) {
  const { t } = useTranslation('billing');
  const owners = new Set(findings.map(finding => whoseData(finding, side)));
  return (
    <div className="findings">
      <ul>
        {findings.map(finding => (
          <li key={finding.code}>
            <Badge tone={finding.blocks ? 'danger' : 'warning'}>
              {t(finding.blocks ? 'blocks' : 'warns')}
            </Badge>{' '}
            <Sentence finding={finding} />
          </li>
        ))}
      </ul>
      {owners.has('party') && <PartyLink side={side} party={party} />}
      {owners.has('issuer') && <IssuerLink name={party.name} />}
      {owners.has('disputes') && <DisputesLink name={party.name} />}
    </div>
  );
}

function Sentence({ finding }: { finding: Finding }) {
  const { t } = useTranslation('billing');
  const own = ourCode(finding.code);
  if (own) return t(`finding.${own}`);
  return finding.advice || t('finding.other', { code: finding.code });
}

function PartyLink({ side, party: { id, name } }: Omit<Props, 'findings'>) {
  const { t } = useTranslation('billing');
  const { href } = useLocation();
  const place = {
    customer: '/disposition/abrechnung/stammdaten/auftraggeber/$id',
    interpreter: '/disposition/abrechnung/stammdaten/dolmetschende/$id',
  } as const;
  return (
    <Link
      to={place[side]}
      params={{ id }}
      search={{ zurueck: href }}
      aria-label={t('mendNamed', { name, what: t('mend') })}
    >
      {t('mend')}
    </Link>
  );
}

function IssuerLink({ name }: { name: string }) {
  const { t } = useTranslation('billing');
  const { href } = useLocation();
  return (
    <Link
      to="/disposition/abrechnung/stammdaten/eigene"
      search={{ zurueck: href }}
      aria-label={t('mendNamed', { name, what: t('mendIssuer') })}
    >
      {t('mendIssuer')}
    </Link>
  );
}

function DisputesLink({ name }: { name: string }) {
  const { t } = useTranslation('billing');
  return (
    <Link to="/disposition/abrechnung/einwaende" aria-label={t('mendNamed', { name, what: t('toDisputes') })}>
      {t('toDisputes')}
    </Link>
  );
}
