import more from '@material-symbols/svg-400/rounded/more_vert.svg?raw';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/format';
import { serverNow } from '../../protocol/clock';
import { type Appointment, isAhead, isCancellable } from '../appointments/appointments';
import { NoteBadge, StateBadge } from '../appointments/StateBadge';
import { shortDayText, timesText } from '../appointments/timeText';
import { dayOf } from '../appointments/wallTime';
import { Button } from '../shared/Button';
import { useLanguages } from '../shared/languages';
import type { BoardAction } from './BoardTable';

interface Props {
  appointment: Appointment;
  onAct: (action: BoardAction) => void;
}

export function BoardRow({ appointment, readiness, onAct }: Props & { readiness: ReactNode }) {
  const { t } = useTranslation(['appointments', 'words']);
  const language = useLanguages()(appointment.language).germanName;
  const { id, state, interpreter, interpreterAbsent } = appointment;
  const isUrgent = interpreterAbsent || (state === 'requested' && appointment.coverage === 'red');
  return (
    <tr className={isUrgent ? 'row-urgent' : ''}>
      <th scope="row">
        <Link to="/termine/$id" params={{ id }} className="link">
          {shortDayText(dayOf(appointment.startsAt))}
          <span className="sr-only">, {language}</span>
        </Link>
        <span className="cell-sub">{timesText(appointment)}</span>
      </th>
      <td data-label={t('appointments:detail.language')}>
        <span className="cell-main">{language}</span>
        <span className="cell-sub">{t(`words:modality.${appointment.modality}`)}</span>
      </td>
      <td data-label={t('appointments:board.state')}>
        <StateBadge appointment={appointment} />
        <NoteBadge appointment={appointment} />
        {readiness}
        {state === 'requested' && (
          <span className="cell-sub">
            {t('appointments:board.answerBy', { time: formatDateTime(appointment.answerBy) })}
          </span>
        )}
      </td>
      <td data-label={t('appointments:detail.customer')}>
        <span className="cell-main">{appointment.unitName}</span>
        <span className="cell-sub">{appointment.customerName}</span>
      </td>
      <td data-label={t('appointments:detail.field')}>
        {t(`words:field.${appointment.field}`)}
        {appointment.priority !== 'normal' && (
          <span className="cell-sub">{t(`words:priority.${appointment.priority}`)}</span>
        )}
      </td>
      <td data-label={t('appointments:detail.interpreter')}>
        {interpreter?.number ?? <span className="muted">{t('appointments:nobodyYet')}</span>}
      </td>
      <td className="cell-actions">
        {isCancellable(appointment, serverNow()) && <Actions appointment={appointment} onAct={onAct} />}
      </td>
    </tr>
  );
}

function Actions({ appointment, onAct }: Props) {
  const { t } = useTranslation('appointments');
  const language = useLanguages()(appointment.language).germanName;
  const { id, state, unitName: unit } = appointment;
  const isBound = state === 'assigned';
  const isStill = isAhead(appointment, serverNow());
  const act = t(isBound ? 'board.reassign' : 'board.assign');
  return (
    <div className="cell-buttons">
      {isStill && (
        <Button
          small
          aria-label={t('board.actNamed', { act, language, unit })}
          onPress={() => onAct({ kind: 'candidates', id })}
        >
          {act}
        </Button>
      )}
      <MenuTrigger>
        <Button small look="tertiary" icon={more} aria-label={t('board.menu', { language, unit })} />
        <Popover className="popover" placement="bottom end">
          <Menu
            className="menu"
            aria-label={t('board.menu', { language, unit })}
            onAction={key => onAct({ kind: key === 'release' ? 'release' : 'cancel', id })}
          >
            {isBound && isStill && (
              <MenuItem id="release" className="menu-item">
                {t('board.release')}
              </MenuItem>
            )}
            <MenuItem id="cancel" className="menu-item menu-danger">
              {t('detail.cancel')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}
