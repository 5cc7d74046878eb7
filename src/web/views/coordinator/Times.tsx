import { formatElapsed, speakElapsed } from '../../i18n/format';
import type { SessionView } from '../../protocol/messages';
import { useFloorSecond } from './floor';
import { sessionSeconds } from './sessionClock';

const secondsOf = (instant: string) => Math.floor(Date.parse(instant) / 1000);

export function SinceTime({ since }: { since: string }) {
  return <Figure seconds={Math.max(0, useFloorSecond() - secondsOf(since))} />;
}

export function LeftTime({ until }: { until: string }) {
  return <Figure seconds={Math.max(0, Math.ceil(Date.parse(until) / 1000) - useFloorSecond())} />;
}

export function SessionTime({ session }: { session: SessionView }) {
  return <Figure seconds={sessionSeconds(session, useFloorSecond())} />;
}

function Figure({ seconds }: { seconds: number }) {
  return (
    <span className="elapsed">
      <span aria-hidden="true">{formatElapsed(seconds)}</span>
      <span className="sr-only">{speakElapsed(seconds)}</span>
    </span>
  );
}
