import shield from '@material-symbols/svg-400/rounded/shield_person.svg?raw';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView, SessionView } from '../../protocol/messages';
import { Button } from '../shared/Button';
import { CallElsewhere } from '../shared/call/CallElsewhere';
import { CallScreen } from '../shared/call/CallScreen';
import { CallSummary } from '../shared/call/CallSummary';
import { DeviceCard } from '../shared/call/DeviceCard';
import { useCall } from '../shared/call/useCall';
import { Icon } from '../shared/Icon';
import { useSituation } from '../shared/live';
import { Page } from '../shared/Page';
import { Skeleton } from '../shared/Skeleton';
import { BlockButton } from './BlockButton';
import { CallbackPlace } from './CallbackCard';
import { EndedNotice, isWorthSaying } from './EndedNotice';
import { canAskAgain, type OwnRequest, requestsKey, requestsQuery } from './history';
import { Reconnect } from './Reconnect';
import { RequestHistory } from './RequestHistory';
import { RequestPanel } from './RequestPanel';
import { formAgain, formOf } from './requestForm';
import { type RequestActions, useRequest } from './useRequest';
import { useRequestForm } from './useRequestForm';
import { Waiting } from './Waiting';
import { useWarmMedia, WarmMedia } from './WarmMedia';
import { isSearching } from './waitText';

/** Asking, waiting, talking, and what comes after: one page, so that nobody has to find the next step. */
export function RequesterPage() {
  const { t } = useTranslation('requester');
  const situation = useSituation();
  const place = useCall();
  const request = situation?.request ?? null;
  const actions = useRequest(request);
  const searching = isSearching(request) && place.place === 'none' && !isTalkedOut(request, place.session);
  useWarmMedia(searching ? request.modality : null);
  useFreshHistory(place.session, request);

  if (place.place === 'here') return <CallScreen session={place.session} ongoing={place.ongoing} />;
  return (
    <Page title={t(searching ? 'wait.page' : 'title')} lead={searching ? undefined : t('lead')}>
      <CallbackPlace />
      {situation === null ? (
        <Skeleton lines={6} />
      ) : place.place === 'elsewhere' ? (
        <CallElsewhere />
      ) : searching ? (
        <div className="requester">
          <Waiting request={request} actions={actions} />
          <div className="stack">
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
  const { t } = useTranslation(['requester', 'waiting']);
  const callback = useSituation()?.callback;
  const state = useRequestForm();
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const dismiss = (id: string) => setDismissed([...dismissed, id]);
  const again = (row: OwnRequest) => void actions.ask(formAgain(row), { remember: false });
  const past = usePast(ended);
  const isOpen = (thing: { id: string } | null) => thing !== null && !dismissed.includes(thing.id);
  return (
    <>
      {ended && isOpen(ended) && (
        <CallSummary
          session={ended}
          actions={
            <>
              {ended.endReason === 'quality_complaint' && (
                <Reconnect sessionId={ended.id} request={request} actions={actions} />
              )}
              {past && canAskAgain(past) && ended.endReason !== 'quality_complaint' && (
                <Button onPress={() => again(past)}>
                  {t('waiting:again', { number: ended.interpreterNumber })}
                </Button>
              )}
              {request?.id === ended.requestId && ended.endReason !== 'quality_complaint' && (
                <Button onPress={() => void actions.ask(formOf(request))}>
                  {t('requester:ended.again')}
                </Button>
              )}
              {past && canAskAgain(past) && (
                <BlockButton sessionId={ended.id} number={ended.interpreterNumber} />
              )}
              <Button look="tertiary" onPress={() => dismiss(ended.id)}>
                {t('requester:ended.closeSummary')}
              </Button>
            </>
          }
        />
      )}
      {isWorthSaying(request) && isOpen(request) && callback?.requestId !== request.id && (
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

/** The row of the conversation that has just ended: it knows whom to ask for again. */
function usePast(ended: SessionView | null): OwnRequest | undefined {
  const rows = useInfiniteQuery(requestsQuery).data?.pages.flat();
  return ended ? rows?.find(row => row.session?.id === ended.id) : undefined;
}

/** What has just ended shall stand in the list. */
function useFreshHistory(session: SessionView | null, request: RequestView | null): void {
  const client = useQueryClient();
  const ended = `${session?.endedAt ?? ''} ${request?.endedAt ?? ''}`;
  useEffect(() => {
    if (ended.trim()) void client.invalidateQueries({ queryKey: requestsKey });
  }, [client, ended]);
}
