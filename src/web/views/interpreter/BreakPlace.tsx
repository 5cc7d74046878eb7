import coffee from '@material-symbols/svg-400/rounded/coffee.svg?raw';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/format';
import type { PresenceView } from '../../protocol/messages';
import { announce } from '../shared/announce';
import { playTone } from '../shared/call/tone';
import { useSecond } from '../shared/Elapsed';
import { EmptyState } from '../shared/EmptyState';

/** A break with its end in sight. When it is over a soft tone says so; nobody is put back on duty. */
export function BreakPlace({ presence, back }: { presence: PresenceView; back: ReactNode }) {
  const { t } = useTranslation('interpreter');
  const until = presence.breakUntil ?? presence.since;
  const isOver = useSecond() * 1000 >= Date.parse(until);
  const remind = useEffectEvent(() => {
    announce(t('breakDue.announced'));
    void playTone();
  });
  useEffect(() => {
    if (isOver) remind();
  }, [isOver]);
  return (
    <EmptyState icon={coffee} title={isOver ? t('breakDue.overTitle') : t('breakDue.title')} action={back}>
      {t(isOver ? 'breakDue.overText' : 'breakDue.text', { time: formatTime(until) })}
    </EmptyState>
  );
}
