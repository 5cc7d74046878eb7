import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../appointments/appointments';
import { CancelDialog } from '../appointments/CancelDialog';
import { focusBack } from '../shared/focusBack';
import { BoardRow } from './BoardRow';
import { CandidatesDialog } from './CandidatesDialog';
import { ReadinessBadges } from './ReadinessBadges';
import { ReleaseDialog } from './ReleaseDialog';
import { usualOpening } from './readiness';
import { usePresent } from './usePresent';
import { rulesQuery } from './useRuleForm';

export interface BoardAction {
  kind: 'candidates' | 'release' | 'cancel';
  id: string;
}

/** The rows with what a coordinator can do about each. */
export function BoardTable({ rows }: { rows: readonly Appointment[] }) {
  const { t } = useTranslation('appointments');
  const presentIn = usePresent();
  const { data: rules } = useQuery(rulesQuery({ path: '/api/appointment-rules' }));
  const opensBefore = rules?.values.roomOpensBefore?.value ?? usualOpening;
  const [action, setAction] = useState<BoardAction | null>(null);
  const close = () => {
    setAction(null);
    focusBack('.board');
  };
  // As it is now: the board goes on while the dialog is open.
  const row = rows.find(one => one.id === action?.id);
  return (
    <section className="floor-part floor-waiting board" aria-label={t('board.title')} tabIndex={-1}>
      <table className="floor-table">
        <thead>
          <tr>
            <th scope="col">{t('detail.when')}</th>
            <th scope="col">{t('detail.language')}</th>
            <th scope="col">{t('board.state')}</th>
            <th scope="col">{t('detail.customer')}</th>
            <th scope="col">{t('detail.field')}</th>
            <th scope="col">{t('detail.interpreter')}</th>
            <th scope="col" className="head-actions">
              {t('board.actions')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(appointment => (
            <BoardRow
              key={appointment.id}
              appointment={appointment}
              readiness={
                <ReadinessBadges
                  appointment={appointment}
                  present={presentIn(appointment.id)}
                  opensBefore={opensBefore}
                />
              }
              onAct={setAction}
            />
          ))}
        </tbody>
      </table>
      {row && action?.kind === 'candidates' && <CandidatesDialog appointment={row} onClose={close} />}
      {row && action?.kind === 'release' && <ReleaseDialog appointment={row} onClose={close} />}
      {row && action?.kind === 'cancel' && <CancelDialog appointment={row} onClose={close} />}
    </section>
  );
}
