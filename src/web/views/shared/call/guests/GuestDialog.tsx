import addIcon from '@material-symbols/svg-400/rounded/group_add.svg?raw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuestView, ParticipantView, Seat, SessionView } from '../../../../protocol/messages';
import { Badge, type Tone } from '../../Badge';
import { Button } from '../../Button';
import { Choice } from '../../Choice';
import { Dialog } from '../../Dialog';
import type { Named } from '../useNames';
import { LinkBox } from './LinkBox';
import { guestsOf, useGuests } from './useGuests';

interface Props {
  session: SessionView;
  nameOf: (seat: Seat) => Named;
  isOpen: boolean;
  onClose: () => void;
}

/** Makes links, shows them, takes them back, and says who came by them. */
export function GuestDialog({ session, nameOf, isOpen, onClose }: Props) {
  const { t } = useTranslation('call');
  const guests = guestsOf(session);
  return (
    <Dialog
      title={t('guests.title')}
      isOpen={isOpen}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('guests.close')}</Button>}
    >
      <p>{t('guests.lead')}</p>
      {guests.length > 0 && (
        <ul className="guest-list" aria-label={t('guests.list')}>
          {guests.map(guest => (
            <GuestRow key={guest.seat} session={session} guest={guest} named={nameOf(guest.seat)} />
          ))}
        </ul>
      )}
      {guests.length < session.guestsAtMost ? (
        <Invitation session={session} />
      ) : (
        <p>{t('guests.full', { count: session.guestsAtMost })}</p>
      )}
    </Dialog>
  );
}

function Invitation({ session }: { session: SessionView }) {
  const { t } = useTranslation('call');
  const { isInviting, invite } = useGuests(session);
  const [role, setRole] = useState<GuestView['role']>('end_user');
  return (
    <div className="stack-tight">
      <Choice
        label={t('guests.role')}
        value={role}
        options={[
          { value: 'end_user', text: t('people.end_user') },
          { value: 'companion', text: t('people.companion') },
        ]}
        onChange={setRole}
      />
      <Button look="primary" icon={addIcon} isPending={isInviting} onPress={() => void invite(role)}>
        {t('guests.invite')}
      </Button>
    </div>
  );
}

const tones: Record<ParticipantView['state'], Tone> = {
  invited: 'neutral',
  waiting: 'warning',
  in: 'success',
};
const endings = { invited: 'guests.revoke', waiting: 'guests.reject', in: 'guests.remove' } as const;

function GuestRow({ session, guest, named }: { session: SessionView; guest: ParticipantView; named: Named }) {
  const { t } = useTranslation('call');
  const { admit, dismiss } = useGuests(session);
  const { seat, state, away, linkUntil } = guest;
  const time = linkUntil ? new Date(linkUntil).toLocaleTimeString('de-DE', clockTime) : '';
  const label = (action: string) => ({ 'aria-label': t('guests.named', { action, name: named.name }) });
  return (
    <li className="guest-row stack-tight">
      <div className="guest-row-head">
        <p>
          <span className="strong">{named.name}</span> {named.detail}
        </p>
        <Badge tone={away ? 'neutral' : tones[state]}>
          {t(`guests.state.${state}`, { time })}
          {away && `, ${t('guests.state.away')}`}
        </Badge>
        <div className="guest-row-actions">
          {state === 'waiting' && (
            <Button small look="primary" {...label(t('guests.admit'))} onPress={() => admit(seat)}>
              {t('guests.admit')}
            </Button>
          )}
          <Button small {...label(t(endings[state]))} onPress={() => dismiss(seat)}>
            {t(endings[state])}
          </Button>
        </div>
      </div>
      {state === 'invited' && <LinkBox session={session.id} seat={seat} name={named.name} />}
    </li>
  );
}

const clockTime = { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Berlin' } as const;
