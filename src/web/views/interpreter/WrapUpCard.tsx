import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatElapsed, speakElapsed } from '../../i18n/format';
import type { PresenceView, SessionView } from '../../protocol/messages';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { endReasonKey } from '../shared/call/endReason';
import { FeedbackPlace } from '../shared/call/FeedbackPlace';
import { Countdown } from '../shared/Elapsed';
import { useLanguages } from '../shared/languages';
import { useLive } from '../shared/live';
import { toastError } from '../shared/toasts';
import { BlockCustomer } from './BlockCustomer';
import { BreakQuestion } from './BreakQuestion';
import { followsWrapUp } from './presenceText';

/** A moment to breathe after a session: what is left of it, finish now, more time. */
export function WrapUpCard({ presence, session }: { presence: PresenceView; session: SessionView | null }) {
  const { t } = useTranslation('interpreter');
  const { connection } = useLive();
  const end = useMutation({
    networkMode: 'always',
    mutationFn: () => connection.invoke('EndWrapUp'),
    onError: toastError,
  });
  const extend = useMutation({
    networkMode: 'always',
    mutationFn: () => connection.invoke('ExtendWrapUp'),
    onError: toastError,
  });
  const { wrapUpUntil, wrapUpUntilAtMost } = presence;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  const canExtend = wrapUpUntilAtMost === null || wrapUpUntil !== wrapUpUntilAtMost;
  return (
    <div ref={place} tabIndex={-1} className="wrap-up-place">
      <Card
        title={t('wrapUp.title')}
        className="wrap-up"
        actions={wrapUpUntil && <Countdown until={wrapUpUntil} className="wrap-up-left" />}
      >
        {session && <Ended session={session} />}
        {presence.breakOfferedSeconds !== null && (
          <BreakQuestion presence={presence} seconds={presence.breakOfferedSeconds} />
        )}
        <p>
          {t(`wrapUp.follows.${followsWrapUp(presence)}`)} {!canExtend && t('wrapUp.atMost')}
        </p>
        <div className="row">
          <Button
            look={presence.breakOfferedSeconds === null ? 'primary' : 'secondary'}
            isPending={end.isPending}
            onPress={() => end.mutate()}
          >
            {t('wrapUp.end')}
          </Button>
          <Button isPending={extend.isPending} isDisabled={!canExtend} onPress={() => extend.mutate()}>
            {t('wrapUp.extend')}
          </Button>
          {session && isHandedOver(session) && presence.breakOfferedSeconds === null && <BreakButton />}
          {session && <BlockCustomer meeting={{ sessionId: session.id }} />}
        </div>
        {session?.startedAt && session.billableSeconds !== null && (
          <FeedbackPlace sessionId={session.id} side="interpreter" />
        )}
      </Card>
    </div>
  );
}

/** The own part is over, the conversation goes on. */
const isHandedOver = (session: SessionView) => session.endReason === null && session.billableSeconds !== null;

/** After a long stretch a break is worth more than the next offer. */
function BreakButton() {
  const { t } = useTranslation('interpreter');
  const { connection } = useLive();
  const pause = useMutation({
    networkMode: 'always',
    mutationFn: () => connection.invoke('TakeBreak'),
    onError: toastError,
  });
  return (
    <Button isPending={pause.isPending} onPress={() => pause.mutate()}>
      {t('wrapUp.break')}
    </Button>
  );
}

/** The session that has just ended, and why it ended. */
function Ended({ session }: { session: SessionView }) {
  const { t } = useTranslation('interpreter');
  const { t: call } = useTranslation('call');
  const language = useLanguages()(session.language).germanName;
  const { seconds } = session.clock;
  const handedOver = isHandedOver(session);
  if (handedOver && seconds === 0) return <p className="strong">{t('wrapUp.notNeeded')}</p>;
  return (
    <div>
      <p className="strong">
        {t(handedOver ? 'wrapUp.handedOver' : 'wrapUp.ended', { language })}{' '}
        <span aria-hidden="true">{formatElapsed(seconds)}</span>
        <span className="sr-only">{speakElapsed(seconds)}</span>
      </p>
      {session.endReason && (
        <p className="muted">
          {call(endReasonKey(session.endReason, 'interpreter'))}
          {session.startedAt &&
            session.billableSeconds === 0 &&
            session.endReason !== 'quality_complaint' &&
            ` · ${call('notBilled')}`}
        </p>
      )}
    </div>
  );
}
