import './words';
import shield from '@material-symbols/svg-400/rounded/shield_person.svg?raw';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView, SessionView } from '../../protocol/messages';
import { CallElsewhere } from '../shared/call/CallElsewhere';
import { CallScreen } from '../shared/call/CallScreen';
import { DeviceCard } from '../shared/call/DeviceCard';
import { useCall } from '../shared/call/useCall';
import { Icon } from '../shared/Icon';
import { useSituation } from '../shared/live';
import { Page } from '../shared/Page';
import { Skeleton } from '../shared/Skeleton';
import { isAwaited } from './awaited';
import { CallbackPlace } from './CallbackCard';
import { EndedCall } from './EndedCall';
import { EndedNotice, isWorthSaying } from './EndedNotice';
import { type OwnRequest, requestsKey } from './history';
import { InRoom } from './InRoom';
import { OwnAppointmentsNow } from './OwnAppointmentsNow';
import { RequestHistory } from './RequestHistory';
import { RequestPanel } from './RequestPanel';
import { RoomEndedNotice } from './RoomEndedNotice';
import { formAgain } from './requestForm';
import { type RequestActions, useRequest } from './useRequest';
import { useRequestForm } from './useRequestForm';
import { Waiting } from './Waiting';
import { useWarmMedia, WarmMedia } from './WarmMedia';
import { isSearching } from './waitText';

/** Asking, waiting, talking, and what comes after: one page, so that nobody has to find the next step. */
export function RequesterPage() {
  const { t } = useTranslation(['requester', 'day']);
  const situation = useSituation();
  const place = useCall();
  const request = situation?.request ?? null;
  const actions = useRequest(request);
  const searching = isSearching(request) && place.place === 'none' && !isTalkedOut(request, place.session);
  const room = searching && isAwaited(request) ? request.appointment : null;
  useWarmMedia(searching ? request.modality : null);
  useFreshHistory(place.session, request);

  if (place.place === 'here') return <CallScreen session={place.session} ongoing={place.ongoing} />;
  return (
    <Page
      title={t(room ? 'day:wait.page' : searching ? 'requester:wait.page' : 'requester:title')}
      lead={searching ? undefined : t('requester:lead')}
    >
      <CallbackPlace />
      {situation === null ? (
        <Skeleton lines={6} />
      ) : place.place === 'elsewhere' ? (
        <CallElsewhere />
      ) : searching ? (
        <div className="requester">
          {room ? (
            <InRoom request={request} id={room.id} actions={actions} />
          ) : (
            <Waiting request={request} actions={actions} />
          )}
          <div className="stack">
            {!room && <OwnAppointmentsNow />}
            <WarmMedia modality={request.modality} />
            <PrivacyNote />
          </div>
        </div>
      ) : (
        <Asking request={request} ended={place.session} actions={actions} />
      )}
    </Page>
  );
}

/** Hung up here, and the server has not heard of it yet: nobody is being searched for. */
const isTalkedOut = (request: RequestView, session: SessionView | null) =>
  request.state === 'assigned' && session?.state === 'ended' && session.requestId === request.id;

interface AskingProps {
  request: RequestView | null;
  ended: SessionView | null;
  actions: RequestActions;
}

function Asking({ request, ended, actions }: AskingProps) {
  const callback = useSituation()?.callback;
  const state = useRequestForm();
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const dismiss = (id: string) => setDismissed([...dismissed, id]);
  const again = (row: OwnRequest) => void actions.ask(formAgain(row), { remember: false });
  const isOpen = (thing: { id: string } | null) => thing !== null && !dismissed.includes(thing.id);
  return (
    <>
      {ended && isOpen(ended) && (
        <EndedCall
          session={ended}
          request={request}
          actions={actions}
          onAgain={again}
          onClose={() => dismiss(ended.id)}
        />
      )}
      {isWorthSaying(request) && isOpen(request) && isAwaited(request) && (
        <RoomEndedNotice request={request} onClose={() => dismiss(request.id)} />
      )}
      {isWorthSaying(request) &&
        isOpen(request) &&
        !isAwaited(request) &&
        callback?.requestId !== request.id && (
          <EndedNotice
            request={request}
            actions={actions}
            onChange={form => {
              state.change(form);
              dismiss(request.id);
            }}
            onClose={() => dismiss(request.id)}
          />
        )}
      <OwnAppointmentsNow />
      <div className="requester">
        <RequestPanel state={state} actions={actions} />
        <div className="stack">
          <DeviceCard />
          <RequestHistory onAgain={again} />
          <PrivacyNote />
        </div>
      </div>
    </>
  );
}

function PrivacyNote() {
  const { t } = useTranslation('requester');
  return (
    <div className="privacy-note">
      <Icon svg={shield} />
      <p>
        <span className="strong">{t('notRecorded')}</span> {t('privacy')}
      </p>
    </div>
  );
}

/** What has just ended shall stand in the list. */
function useFreshHistory(session: SessionView | null, request: RequestView | null): void {
  const client = useQueryClient();
  const ended = `${session?.endedAt ?? ''} ${request?.endedAt ?? ''}`;
  useEffect(() => {
    if (ended.trim()) void client.invalidateQueries({ queryKey: requestsKey });
  }, [client, ended]);
}
