import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { announce, prepareAnnouncer } from '../shared/announce';
import { playTone } from '../shared/call/tone';
import { useLanguages } from '../shared/languages';
import { TabSign } from '../shared/tabSign';
import { useFloor, useLiveRows } from './floor';
import { isWaiting, needsHelp } from './floorOrder';

const tabSign = new TabSign();
const strikeEvery = 8000;

/** Rings, also while the display is held, until every call for help is answered. */
export function useHelpAlarm(): void {
  const { t } = useTranslation('coordinator');
  const nameOf = useLanguages();
  const calls = useLiveRows(useFloor().requests).filter(row => isWaiting(row) && needsHelp(row));
  const ids = calls.map(row => row.id).join(' ');
  const say = useEffectEvent(() => {
    const [first] = calls;
    if (first)
      announce(t('help.announced', { language: nameOf(first.language).germanName, unit: first.unitName }));
    tabSign.show(t('help.tab', { count: calls.length }));
    void playTone().catch(() => undefined);
  });
  useEffect(prepareAnnouncer, []);
  useEffect(() => {
    if (!ids) return;
    say();
    const timer = setInterval(() => void playTone().catch(() => undefined), strikeEvery);
    return () => {
      clearInterval(timer);
      tabSign.clear();
    };
  }, [ids]);
}
