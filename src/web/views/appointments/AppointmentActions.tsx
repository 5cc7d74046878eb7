import repeat from '@material-symbols/svg-400/rounded/event_repeat.svg?raw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../protocol/clock';
import { CandidatesDialog } from '../coordinator/CandidatesDialog';
import { ReleaseDialog } from '../coordinator/ReleaseDialog';
import { Button } from '../shared/Button';
import { focusBack } from '../shared/focusBack';
import { LinkButton } from '../shared/LinkButton';
import { type Appointment, isAhead, isCancellable } from './appointments';
import { CancelDialog } from './CancelDialog';
import { ChangeDialog } from './ChangeDialog';

type Opened = 'cancel' | 'change' | 'candidates' | 'release' | null;

/** What can still be done with it; repeating always can. A change takes the own reference along, so only its owner changes. */
export function AppointmentActions({ appointment, staff }: { appointment: Appointment; staff: boolean }) {
  const { t } = useTranslation('appointments');
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => {
    setOpened(null);
    focusBack('.appointment-actions');
  };
  const isStill = isAhead(appointment, serverNow());
  return (
    <div className="row appointment-actions focus-target" tabIndex={-1}>
      {isStill && staff && (
        <Button look="primary" onPress={() => setOpened('candidates')}>
          {t(appointment.interpreter ? 'board.reassign' : 'board.assign')}
        </Button>
      )}
      {isStill && staff && appointment.state === 'assigned' && (
        <Button onPress={() => setOpened('release')}>{t('board.release')}</Button>
      )}
      {isStill && appointment.isOwn && (
        <Button onPress={() => setOpened('change')}>{t('detail.change')}</Button>
      )}
      <LinkButton to="/termine/neu" search={{ wie: appointment.id }} icon={repeat}>
        {t('detail.repeat')}
      </LinkButton>
      {isCancellable(appointment, serverNow()) && (
        <Button onPress={() => setOpened('cancel')}>{t('detail.cancel')}</Button>
      )}
      {opened === 'cancel' && <CancelDialog appointment={appointment} onClose={close} />}
      {opened === 'change' && <ChangeDialog appointment={appointment} onClose={close} />}
      {opened === 'candidates' && <CandidatesDialog appointment={appointment} onClose={close} />}
      {opened === 'release' && <ReleaseDialog appointment={appointment} onClose={close} />}
    </div>
  );
}
