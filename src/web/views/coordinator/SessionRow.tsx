import callEnd from '@material-symbols/svg-400/rounded/call_end.svg?raw';
import live from '@material-symbols/svg-400/rounded/graphic_eq.svg?raw';
import why from '@material-symbols/svg-400/rounded/help.svg?raw';
import wait from '@material-symbols/svg-400/rounded/hourglass_top.svg?raw';
import broken from '@material-symbols/svg-400/rounded/link_off.svg?raw';
import audio from '@material-symbols/svg-400/rounded/mic.svg?raw';
import pause from '@material-symbols/svg-400/rounded/pause_circle.svg?raw';
import video from '@material-symbols/svg-400/rounded/videocam.svg?raw';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorSession } from '../../protocol/messages';
import { Badge } from '../shared/Badge';
import { Button } from '../shared/Button';
import { Icon } from '../shared/Icon';
import { useLanguages } from '../shared/languages';
import { useFloor, useRow } from './floor';
import { HandoverCell, ReliefButton } from './HandoverCell';
import { SessionTime } from './Times';
import type { Action } from './tablePart';

export const SessionRow = memo(function SessionRow(props: { id: string; onAct: (action: Action) => void }) {
  const { t } = useTranslation('coordinator');
  const { t: word } = useTranslation('words');
  const { t: reason } = useTranslation('reasons');
  const languageOf = useLanguages();
  const row = useRow(useFloor().sessions, props.id);
  if (!row) return null;
  const language = languageOf(row.language).germanName;
  return (
    <tr>
      <th scope="row">
        <span className="cell-main">{language}</span>
        <span className="cell-sub">
          <Icon svg={row.modality === 'video' ? video : audio} size={16} /> {word(`modality.${row.modality}`)}
        </span>
      </th>
      <td data-label={t('sessions.customer')}>
        <span className="cell-main">{row.customerName}</span>
        <span className="cell-sub">{row.unitName}</span>
      </td>
      <td data-label={t('sessions.interpreter')}>
        <span className="cell-main">{row.interpreterName}</span>
        <span className="cell-sub">{row.interpreterNumber}</span>
        <HandoverCell session={row} />
      </td>
      <td data-label={t('sessions.duration')} className="cell-figure">
        <SessionTime session={row} />
      </td>
      <td data-label={t('sessions.state')}>
        <State session={row} />
      </td>
      <td className="cell-actions">
        <div className="cell-buttons">
          <Button
            small
            look="tertiary"
            icon={why}
            aria-label={reason('openNamed', { language, unit: row.unitName })}
            onPress={() => props.onAct({ kind: 'why', requestId: row.requestId })}
          />
          <ReliefButton session={row} />
          <Button
            small
            icon={callEnd}
            aria-label={t('sessions.endNamed', { language, interpreter: row.interpreterName })}
            onPress={() => props.onAct({ kind: 'end', sessionId: row.id })}
          >
            {t('sessions.end')}
          </Button>
        </div>
      </td>
    </tr>
  );
});

function State({ session }: { session: FloorSession }) {
  const { t } = useTranslation('coordinator');
  if (session.state === 'interrupted')
    return (
      <Badge tone="danger" icon={broken}>
        {t('sessions.interrupted')}
      </Badge>
    );
  if (session.state === 'connecting')
    return (
      <Badge tone="info" icon={wait}>
        {t('sessions.connecting')}
      </Badge>
    );
  if (session.heldByInterpreter || session.heldByRequester)
    return (
      <span className="cell-badges">
        <Badge tone="warning" icon={pause}>
          {t('sessions.held')}
        </Badge>
        <span className="cell-sub">
          {t(session.heldByInterpreter ? 'sessions.heldByInterpreter' : 'sessions.heldByRequester')}
        </span>
      </span>
    );
  return (
    <Badge tone="success" icon={live}>
      {t('sessions.active')}
    </Badge>
  );
}
