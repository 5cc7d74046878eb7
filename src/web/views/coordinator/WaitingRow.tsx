import emergency from '@material-symbols/svg-400/rounded/emergency.svg?raw';
import audio from '@material-symbols/svg-400/rounded/mic.svg?raw';
import video from '@material-symbols/svg-400/rounded/videocam.svg?raw';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorRequest } from '../../protocol/messages';
import { Badge } from '../shared/Badge';
import { Icon } from '../shared/Icon';
import { useLanguages } from '../shared/languages';
import { AwaitedCell } from './AwaitedCell';
import { useFloor, useRow } from './floor';
import { needsHelp } from './floorOrder';
import { HelpCell } from './HelpCell';
import { RingingCell } from './RingingCell';
import { LeftTime, WaitTime } from './Times';
import type { Action } from './tablePart';
import { WaitingActions } from './WaitingActions';

export const WaitingRow = memo(function WaitingRow(props: { id: string; onAct: (action: Action) => void }) {
  const { t } = useTranslation('coordinator');
  const { t: word } = useTranslation('words');
  const languageOf = useLanguages();
  const row = useRow(useFloor().requests, props.id);
  if (!row) return null;
  const modality = word(`modality.${row.modality}`);
  return (
    <tr className={row.priority === 'emergency' || needsHelp(row) ? 'row-urgent' : undefined}>
      <th scope="row">
        <span className="cell-main">{languageOf(row.language).germanName}</span>
        <span className="cell-sub">
          <Icon svg={row.modality === 'video' ? video : audio} size={16} /> {modality}
        </span>
        {row.relatedAllowed && row.relatedLanguages.length > 0 && (
          <span className="cell-sub">
            {t('waiting.related', {
              languages: row.relatedLanguages.map(code => languageOf(code).germanName).join(', '),
            })}
          </span>
        )}
        {row.namedInterpreter && !row.appointment && (
          <span className="cell-sub nowrap">{t('waiting.named', { number: row.namedInterpreter })}</span>
        )}
      </th>
      <td data-label={t('waiting.customer')}>
        <span className="cell-main">{row.customerName}</span>
        <span className="cell-sub">{row.unitName}</span>
      </td>
      <td data-label={t('waiting.field')}>{word(`field.${row.field}`)}</td>
      <td data-label={t('waiting.priority')}>
        {row.reliefFor && <Badge tone="info">{t('handover.row')}</Badge>}
        <Priority priority={row.priority} />
        <HelpCell request={row} language={languageOf(row.language).germanName} />
      </td>
      <td data-label={t('waiting.wait')} className="cell-figure">
        <WaitTime since={row.requestedAt} lateAt={row.appointment ? row.appointment.endsAt : row.choicesAt} />
      </td>
      <td data-label={t('waiting.position')} className="cell-figure">
        {row.position ?? ''}
      </td>
      <td data-label={t('waiting.ringing')} className="cell-wide cell-ringing">
        {row.appointment ? (
          <AwaitedCell appointment={row.appointment} number={row.namedInterpreter} />
        ) : (
          <RingingCell request={row} left={until => <LeftTime until={until} />} />
        )}
      </td>
      <td className="cell-actions">
        <WaitingActions request={row} language={languageOf(row.language).germanName} onAct={props.onAct} />
      </td>
    </tr>
  );
});

function Priority({ priority }: Pick<FloorRequest, 'priority'>) {
  const { t } = useTranslation('words');
  if (priority === 'normal') return <span className="muted">{t('priority.normal')}</span>;
  if (priority === 'emergency')
    return (
      <Badge tone="danger" icon={emergency}>
        {t('priority.emergency')}
      </Badge>
    );
  return <Badge tone="warning">{t(`priority.${priority}`)}</Badge>;
}
