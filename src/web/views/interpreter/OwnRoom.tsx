import ready from '@material-symbols/svg-400/rounded/how_to_reg.svg?raw';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/format';
import { postJson } from '../../protocol/http';
import { type Appointment, appointmentsKey } from '../appointments/appointments';
import { Alert } from '../shared/Alert';
import type { Tone } from '../shared/Badge';
import { Button } from '../shared/Button';
import { useSecond } from '../shared/Elapsed';
import { ErrorAlert } from '../shared/ErrorAlert';
import { focusBack } from '../shared/focusBack';
import { useSituation } from '../shared/live';
import { asRead, type Room, type RoomAsRead, roomKey, useRoom } from '../shared/room';
import { Skeleton } from '../shared/Skeleton';
import { myAppointmentsKey } from './asks';
import { isToConfirm, type OwnRoomState, ownRoomState } from './ownRoom';
import { isReadyHere, rememberReady } from './readyHere';

const tones: Partial<Record<OwnRoomState, Tone>> = {
  ahead: 'neutral',
  overdue: 'warning',
  overdueMissed: 'danger',
  customerMissed: 'success',
  customerWaits: 'success',
  over: 'neutral',
};

/** The room of an own appointment: to say that one is ready, and what is known of the other side. */
export function OwnRoom({ appointment }: { appointment: Appointment }) {
  const { data, error, refetch } = useRoom(appointment.id);
  if (!data)
    return error ? <ErrorAlert error={error} onRetry={() => void refetch()} /> : <Skeleton lines={2} />;
  return <Known appointment={appointment} room={data} />;
}

function Known({ appointment, room }: { appointment: Appointment; room: RoomAsRead }) {
  const { t } = useTranslation('day');
  const hasTalked = useSituation()?.session?.appointment?.id === appointment.id;
  const confirm = useReady(appointment.id);
  const state = ownRoomState(room, appointment, hasTalked, useSecond() * 1000);
  const times = {
    time: formatTime(room.opensAt),
    start: formatTime(room.startsAt),
    end: formatTime(room.endsAt),
    missed: formatTime(missedAt(room, isToConfirm(state))),
  };
  const beginsHere = state === 'customerAbsent' && isReadyHere(appointment.id);
  return (
    <div className="stack-tight own-room focus-target" tabIndex={-1}>
      <div role="status">
        <Alert
          tone={tones[state] ?? 'info'}
          title={
            isToConfirm(state) && room.customerWaits
              ? `${t('own.waitsAlready')} ${t(`own.${state}`, times)}`
              : t(`own.${state}`, times)
          }
        >
          {beginsHere && t('own.begins')}
        </Alert>
      </div>
      {isToConfirm(state) && (
        <div className="row">
          <Button look="primary" icon={ready} isPending={confirm.isPending} onPress={() => confirm.mutate()}>
            {t('own.ready')}
          </Button>
        </div>
      )}
      <ErrorAlert error={confirm.error} />
    </div>
  );
}

/** No absence lasts longer than the slot. */
const missedAt = (room: Room, isInterpreter: boolean): number =>
  Math.min(
    Date.parse(isInterpreter ? room.interpreterMissedAt : room.customerMissedAt),
    Date.parse(room.endsAt),
  );

function useReady(id: string) {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: () => {
      // Before the answer: the customer may wait already, and the call would be faster than it.
      rememberReady(id);
      return postJson<Room>(`/api/appointments/${id}/ready`);
    },
    onSuccess: room => {
      client.setQueryData(roomKey(id), asRead(room));
      focusBack('.own-room');
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: myAppointmentsKey });
      void client.invalidateQueries({ queryKey: appointmentsKey });
    },
    onError: () => void client.invalidateQueries({ queryKey: roomKey(id) }),
  });
}
