import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallbackView } from '../../protocol/messages';
import { announce, prepareAnnouncer } from '../shared/announce';
import { playTone } from '../shared/call/tone';
import { notify, TabSign } from '../shared/tabSign';

const tabSign = new TabSign();
const strikeEvery = 4000;
const strikesAtMost = 8;

/** Somebody is free: heard, said, and written into the tab's title, in every tab of the person. */
export function useCallbackAlarm(callback: CallbackView, language: string): void {
  const { t } = useTranslation('waiting');
  const isReady = callback.state === 'ready';
  const begin = useEffectEvent(() => {
    announce(t('callback.announced', { language }));
    tabSign.show(t('callback.tab', { language }));
    return notify(t('callback.ready', { language }), t('callback.announced', { language }), callback.id);
  });
  useEffect(prepareAnnouncer, []);
  useEffect(() => {
    if (!isReady) return;
    const end = begin();
    let strikes = 0;
    const strike = () => {
      if (strikes++ < strikesAtMost) void playTone().catch(() => undefined);
    };
    strike();
    const timer = setInterval(strike, strikeEvery);
    return () => {
      clearInterval(timer);
      tabSign.clear();
      end();
    };
  }, [isReady]);
}
