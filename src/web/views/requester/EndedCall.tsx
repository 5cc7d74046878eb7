import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/format';
import type { RequestView, SessionView } from '../../protocol/messages';
import { Button } from '../shared/Button';
import { CallSummary } from '../shared/call/CallSummary';
import { useSecond } from '../shared/Elapsed';
import { BlockButton } from './BlockButton';
import { canAskAgain, type OwnRequest, requestsQuery } from './history';
import { Reconnect } from './Reconnect';
import { RecordLink } from './RecordLink';
import { formOf } from './requestForm';
import type { RequestActions } from './useRequest';

interface Props {
  session: SessionView;
  request: RequestView | null;
  actions: RequestActions;
  onAgain: (row: OwnRequest) => void;
  onClose: () => void;
}

/** What is left of a conversation, and the ways to the next. */
export function EndedCall({ session, request, actions, onAgain, onClose }: Props) {
  const { t } = useTranslation(['requester', 'waiting']);
  const past = usePast(session);
  const isComplaint = session.endReason === 'quality_complaint';
  const roomUntil = Date.parse(session.appointment?.endsAt ?? '');
  const isRoomOpen = useSecond() * 1000 < roomUntil;
  return (
    <CallSummary
      session={session}
      note={isRoomOpen && <RoomStays until={roomUntil} />}
      actions={
        <>
          {isComplaint && <Reconnect sessionId={session.id} request={request} actions={actions} />}
          {past && canAskAgain(past) && !isComplaint && !isRoomOpen && (
            <Button onPress={() => onAgain(past)}>
              {t('waiting:again', { number: session.interpreterNumber })}
            </Button>
          )}
          {request?.id === session.requestId && !session.appointment && !isComplaint && (
            <Button onPress={() => void actions.ask(formOf(request))}>{t('requester:ended.again')}</Button>
          )}
          {session.startedAt && session.endedAt && session.billableSeconds !== null && (
            <RecordLink sessionId={session.id} />
          )}
          {past && canAskAgain(past) && (
            <BlockButton sessionId={session.id} number={session.interpreterNumber} />
          )}
          <Button look="tertiary" onPress={onClose}>
            {t('requester:ended.closeSummary')}
          </Button>
        </>
      }
    />
  );
}

/** Hung up by mistake, or something was forgotten: until the slot is over there is a way back. */
function RoomStays({ until }: { until: number }) {
  const { t } = useTranslation('day');
  return <p className="strong">{t('room.stays', { time: formatTime(until) })}</p>;
}

/** The row of the conversation that has just ended: it knows whom to ask for again. */
function usePast(ended: SessionView): OwnRequest | undefined {
  const rows = useInfiniteQuery(requestsQuery).data?.pages.flat();
  return rows?.find(row => row.session?.id === ended.id);
}
