import ring from '@material-symbols/svg-400/rounded/ring_volume.svg?raw';
import wifiOff from '@material-symbols/svg-400/rounded/wifi_off.svg?raw';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorInterpreter } from '../../protocol/messages';
import { Badge } from '../shared/Badge';
import { Icon } from '../shared/Icon';
import { useLanguages } from '../shared/languages';
import { useFloor, useRow } from './floor';
import { PresenceBadge } from './PresenceBadge';
import { SinceTime } from './Times';

export const DutyRow = memo(function DutyRow({ id }: { id: string }) {
  const { t } = useTranslation('coordinator');
  const { t: availability } = useTranslation('availability');
  const languageOf = useLanguages();
  const row = useRow(useFloor().interpreters, id);
  if (!row) return null;
  const languages = row.languages.map(code => languageOf(code).germanName);
  return (
    <tr>
      <th scope="row">
        <Link
          to="/disposition/verfuegbarkeit/$id"
          params={{ id }}
          className="cell-main"
          aria-label={availability('other.link', { name: row.name })}
        >
          {row.name}
        </Link>
        <span className="cell-sub">{row.number}</span>
      </th>
      <td data-label={t('duty.state')}>
        <span className="cell-badges">
          {row.ringingFor ? (
            <Ringing requestId={row.ringingFor} />
          ) : (
            <PresenceBadge presence={row.presence} />
          )}
          <Reason row={row} />
        </span>
      </td>
      <td data-label={t('duty.languages')} className="cell-wide">
        {languages.join(', ')}
      </td>
      <td data-label={t('duty.since')} className="cell-figure">
        <SinceTime since={row.presence.since} />
      </td>
    </tr>
  );
});

function Ringing({ requestId }: { requestId: string }) {
  const { t } = useTranslation('coordinator');
  const languageOf = useLanguages();
  const request = useRow(useFloor().requests, requestId);
  return (
    <Badge tone="info" icon={ring}>
      {request
        ? t('duty.ringingFor', { language: languageOf(request.language).germanName })
        : t('duty.ringing')}
    </Badge>
  );
}

function Reason({ row: { connected, presence } }: { row: FloorInterpreter }) {
  const { t } = useTranslation('coordinator');
  if (presence.state === 'offline') return null;
  if (!connected)
    return (
      <span className="cell-sub cell-alarm">
        <Icon svg={wifiOff} size={16} /> {t('duty.disconnected')}
      </span>
    );
  if (presence.afterwards && presence.afterwards !== 'available')
    return <span className="cell-sub">{t(`duty.follows.${presence.afterwards}`)}</span>;
  if (presence.pausedBecause === 'missed_offers') return <span className="cell-sub">{t('duty.missed')}</span>;
  if (presence.pausedBecause === 'break') return <span className="cell-sub">{t('duty.breakTime')}</span>;
  return null;
}
