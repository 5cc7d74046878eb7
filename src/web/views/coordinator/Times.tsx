import warning from '@material-symbols/svg-400/rounded/warning-fill.svg?raw';
import { useTranslation } from 'react-i18next';
import { formatElapsed, speakElapsed } from '../../i18n/format';
import type { SessionView } from '../../protocol/messages';
import { Icon } from '../shared/Icon';
import { useFloorSecond } from './floor';
import { sessionSeconds } from './sessionClock';

const secondsOf = (instant: string) => Math.floor(Date.parse(instant) / 1000);

export function SinceTime({ since }: { since: string }) {
  return <Figure seconds={Math.max(0, useFloorSecond() - secondsOf(since))} />;
}

/** A wait stands out from the moment on at which the person is offered other choices. */
export function WaitTime({ since, lateAt }: { since: string; lateAt: string }) {
  const { t } = useTranslation('coordinator');
  const second = useFloorSecond();
  const time = <Figure seconds={Math.max(0, second - secondsOf(since))} />;
  if (second < secondsOf(lateAt)) return time;
  return (
    <span className="wait-late">
      <Icon svg={warning} size={18} label={t('waiting.late')} /> {time}
    </span>
  );
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
