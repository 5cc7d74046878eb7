import bell from '@material-symbols/svg-400/rounded/doorbell.svg?raw';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Seat, SessionView } from '../../../../protocol/messages';
import { Alert } from '../../Alert';
import { announce } from '../../announce';
import { Button } from '../../Button';
import type { Named } from '../useNames';
import { guestsOf, useGuests } from './useGuests';

interface Props {
  session: SessionView;
  nameOf: (seat: Seat) => Named;
  /** Only the requester opens the door; the interpreter sees who waits. */
  mayOpen: boolean;
}

/** Who is at the door, over the picture, until somebody decides. */
export function WaitingGuests({ session, nameOf, mayOpen }: Props) {
  const { t } = useTranslation('call');
  const { admit, dismiss } = useGuests(session);
  useAnnounced(session, nameOf);
  return guestsOf(session)
    .filter(guest => guest.state === 'waiting')
    .map(({ seat, away }) => {
      const { name, detail } = nameOf(seat);
      const named = (action: string) => ({ 'aria-label': t('guests.named', { action, name }) });
      return (
        <Alert
          key={seat}
          icon={bell}
          title={t('guests.waits', { name: detail ? `${name} (${detail})` : name })}
          actions={
            mayOpen && (
              <>
                <Button small look="primary" {...named(t('guests.admit'))} onPress={() => admit(seat)}>
                  {t('guests.admit')}
                </Button>
                <Button small {...named(t('guests.reject'))} onPress={() => dismiss(seat)}>
                  {t('guests.reject')}
                </Button>
              </>
            )
          }
        >
          {away ? t('guests.state.away') : t('guests.waitsText')}
        </Alert>
      );
    });
}

/** Said once for each coming and going, also while a dialog is open. */
function useAnnounced(session: SessionView, nameOf: (seat: Seat) => Named): void {
  const { t } = useTranslation('call');
  const known = useRef(new Map<Seat, string>());
  useEffect(() => {
    const now = new Map(guestsOf(session).map(guest => [guest.seat, guest.state]));
    for (const [seat, state] of now) {
      const { name } = nameOf(seat);
      if (known.current.get(seat) === state) continue;
      if (state === 'waiting') announce(t('guests.waits', { name }));
      if (state === 'in') announce(t('guests.came', { name }));
    }
    for (const [seat, state] of known.current)
      if (state === 'in' && !now.has(seat)) announce(t('guests.went', { name: nameOf(seat).name }));
    known.current = now;
  });
}
