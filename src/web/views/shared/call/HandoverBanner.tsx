import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverView, SessionView } from '../../../protocol/messages';
import { Alert } from '../Alert';
import { announce } from '../announce';
import { Button } from '../Button';
import { useSecond } from '../Elapsed';
import { canSeekRelief, useHandover } from './handover';
import type { Ongoing } from './ongoing';

interface Props {
  session: SessionView;
  ongoing: Ongoing;
}

/** How far a handover is, in the words of whoever reads it: who hands over, who takes over, and those who only wait. */
export function HandoverBanner({ session, ongoing }: Props) {
  const { handover } = session;
  useTurnAnnounced(session, ongoing);
  if (ongoing.seat === session.interpreterSeat) return <ForPresent session={session} ongoing={ongoing} />;
  if (!handover || handover.state === 'not_found') return null;
  if (ongoing.seat === handover.seat) return <ForRelief handover={handover} name={session.interpreterName} />;
  return <ForOthers handover={handover} name={session.interpreterName} />;
}

function ForPresent({ session, ongoing }: Props) {
  const { t } = useTranslation('call');
  const { seek, cancel, handOver, isPending } = useHandover(session.id);
  const { handover } = session;
  const second = useSecond();
  const seconds = secondsUntil(handover, second);
  const due = session.handoverProposedAt !== null && Date.parse(session.handoverProposedAt) / 1000 <= second;
  if (handover === null || handover.state === 'not_found') {
    if (!canSeekRelief(session, ongoing.seat) || (!due && handover === null)) return null;
    return (
      <Alert
        tone={handover ? 'warning' : 'info'}
        live
        title={t(handover ? 'handover.notFound' : 'handover.proposal')}
        actions={
          <Button small onPress={seek} isPending={isPending}>
            {t(handover ? 'handover.again' : 'handover.seek')}
          </Button>
        }
      >
        {t(handover ? 'handover.notFoundText' : 'handover.proposalText')}
      </Alert>
    );
  }
  const name = handover.interpreterName ?? '';
  const goOn = (
    <Button small onPress={cancel} isPending={isPending}>
      {t('handover.cancel')}
    </Button>
  );
  if (handover.state === 'overlapping')
    return (
      <Alert
        tone="success"
        title={t('handover.overlapping', { name, seconds })}
        actions={
          <>
            <Button small look="primary" onPress={handOver} isPending={isPending}>
              {t('handover.now')}
            </Button>
            {goOn}
          </>
        }
      >
        {t('handover.overlappingText')}
      </Alert>
    );
  return (
    <Alert
      tone="info"
      live
      title={handover.state === 'joining' ? t('handover.joining', { name }) : t('handover.searching')}
      actions={goOn}
    >
      {handover.state === 'joining'
        ? t('handover.joiningText')
        : t('handover.searchingText', { count: handover.ringing })}
    </Alert>
  );
}

function ForRelief({ handover, name }: { handover: HandoverView; name: string }) {
  const { t } = useTranslation('call');
  const seconds = secondsUntil(handover, useSecond());
  return (
    <Alert
      tone="info"
      title={
        handover.state === 'overlapping' ? t('handover.yoursIn', { seconds }) : t('handover.yoursConnecting')
      }
    >
      {t('handover.yoursText', { name })}
    </Alert>
  );
}

function ForOthers({ handover, name }: { handover: HandoverView; name: string }) {
  const { t } = useTranslation('call');
  const seconds = secondsUntil(handover, useSecond());
  const relief = handover.interpreterName || t('people.relieving');
  const present = name || t('people.interpreter');
  if (handover.state === 'searching') return <Alert tone="info" title={t('handover.othersSearching')} />;
  return (
    <Alert tone="info" title={t('handover.others', { name: present, relief })}>
      {handover.state === 'overlapping' ? t('handover.othersText', { seconds }) : t('handover.othersJoining')}
    </Alert>
  );
}

/** Said once to a screen reader; the seconds that change are not. */
function useTurnAnnounced(session: SessionView, ongoing: Ongoing): void {
  const { t } = useTranslation('call');
  const { interpreterSeat } = session;
  const state = session.handover?.state ?? null;
  const say = useEffectEvent(() => {
    const name = session.handover?.interpreterName || t('people.relieving');
    if (state === 'overlapping') announce(t('handover.announced', { name }));
    else if (state === null && interpreterSeat !== 'interpreter')
      announce(
        ongoing.seat === interpreterSeat
          ? t('handover.yoursNow')
          : t('handover.done', { name: session.interpreterName || t('people.interpreter') }),
      );
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is said once
  useEffect(() => say(), [state, interpreterSeat]);
}

const secondsUntil = (handover: HandoverView | null, second: number): number =>
  handover?.handsOverAt ? Math.max(0, Math.ceil(Date.parse(handover.handsOverAt) / 1000 - second)) : 0;
