import { useTranslation } from 'react-i18next';
import { dateText } from '../../appointments/timeText';
import type { Day } from '../../appointments/wallTime';
import { Badge } from '../../shared/Badge';
import { LinkButton } from '../../shared/LinkButton';
import { type Family, type Given, lastDay, whenOf } from './families';
import type { Tariff } from './tariffs';

interface Props {
  family: Family;
  today: Day;
}

/** One family: who has it, and its versions, the newest first. */
export function FamilyRow({ family, today }: Props) {
  const { t } = useTranslation('tariffs');
  const { name, versions } = family;
  const newest = versions[0]?.tariff.id ?? '';
  return (
    <li className="tariff-family">
      <h3 className="tariff-name">{name}</h3>
      <Who assignments={family.assignments} />
      <ul className="tariff-versions" aria-label={t('versions', { name })}>
        {versions.map((version, place) => (
          <VersionRow key={version.tariff.id} family={family} place={place} today={today} />
        ))}
      </ul>
      <div className="row">
        <LinkButton
          small
          to="/disposition/tarife/neu"
          search={{ fassung: newest }}
          aria-label={t('nextNamed', { name })}
        >
          {t('next')}
        </LinkButton>
        <LinkButton
          small
          look="tertiary"
          to="/disposition/tarife/neu"
          search={{ vorlage: newest }}
          aria-label={t('copyNamed', { name })}
        >
          {t('copy')}
        </LinkButton>
      </div>
    </li>
  );
}

function Who({ assignments }: { assignments: readonly Given[] }) {
  const { t } = useTranslation('tariffs');
  const nameOf = ({ side, customerName, interpreterNumber }: Given) =>
    customerName ?? (interpreterNumber ? t('number', { number: interpreterNumber }) : t(`everybody.${side}`));
  if (assignments.length === 0) return <p className="muted small">{t('nobody')}</p>;
  return (
    <ul className="tariff-chips" aria-label={t('who')}>
      {assignments.map(given => (
        <li key={given.id} className="tariff-chip">
          <span className="strong">{nameOf(given)}</span>{' '}
          {t(given.isComing ? 'fromComing' : 'from', { day: dateText(given.validFrom) })}
        </li>
      ))}
    </ul>
  );
}

/** What the sentence of the price does not tell. */
function Beyond({ tariff: { rows, surcharges, programme, holidaysOf } }: { tariff: Tariff }) {
  const { t } = useTranslation('tariffs');
  const parts = [
    programme && t('borneBy', { name: programme.name }),
    rows.length > 0 && t('rowCount', { count: rows.length }),
    surcharges.length > 0 && t('surchargeCount', { count: surcharges.length }),
    holidaysOf && t('holidays.of', { land: t(`holidays.lands.${holidaysOf}`) }),
  ].filter(Boolean);
  return parts.length > 0 ? <p className="muted small">{parts.join(' · ')}</p> : null;
}

const tones = { now: 'success', coming: 'info', over: 'neutral' } as const;
const words = { now: 'today', coming: 'coming', over: 'over' } as const;

function VersionRow({ family: { versions }, place, today }: Props & { place: number }) {
  const { t } = useTranslation('tariffs');
  const version = versions[place];
  if (!version) return null;
  const { tariff, isUsed, words: price } = version;
  const last = lastDay(versions, place);
  const when = whenOf(versions, place, today);
  const from = dateText(tariff.validFrom);
  const period = last ? t('period', { from, until: dateText(last) }) : t('since', { from });
  const act = isUsed ? ('show' as const) : ('edit' as const);
  return (
    <li className="tariff-version">
      <div className="tariff-version-text">
        <p className="row">
          <span className="strong">{period}</span>
          <Badge tone={tones[when]}>{t(words[when])}</Badge>
          {isUsed && <Badge tone="neutral">{t('used')}</Badge>}
        </p>
        <p>{price}</p>
        <Beyond tariff={tariff} />
      </div>
      <LinkButton
        small
        to="/disposition/tarife/$id"
        params={{ id: tariff.id }}
        aria-label={t(`${act}Named`, { name: tariff.name, period })}
      >
        {t(act)}
      </LinkButton>
    </li>
  );
}
