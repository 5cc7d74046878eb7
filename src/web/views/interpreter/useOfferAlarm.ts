import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/format';
import { serverNow } from '../../protocol/clock';
import type { OfferView, PresenceView } from '../../protocol/messages';
import { announce, prepareAnnouncer } from '../shared/announce';
import { useLanguages } from '../shared/languages';
import { useStore } from '../shared/live';
import { notify, TabSign } from '../shared/tabSign';
import { bell } from './bell';
import { bellVolume } from './bellVolume';
import { RingingTab } from './ringingTab';

const ringingTab = new RingingTab();
const tabSign = new TabSign();

/** How long the bell says that somebody was paused for misses: long enough to be noticed in the next room. */
const pausedRings = 30_000;

/** Everything by which an offer makes itself noticed; in one tab only, except for the title and the words. */
export function useOfferAlarm(offer: OfferView | undefined, presence: PresenceView) {
  const rings = useRingingTab();
  const volume = useStore(bellVolume);
  const [silenced, setSilenced] = useState<string>();
  const offerId = offer?.id;
  const audible = Boolean(offerId) && rings && volume > 0 && silenced !== offerId;
  useWords(offer, rings);
  useEffect(() => {
    if (!audible) return;
    bell.ring();
    return () => bell.stop();
  }, [audible]);
  usePausedAlarm(presence, offer === undefined, rings && volume > 0);
  return { rings, silence: audible ? () => setSilenced(offerId) : undefined };
}

/** Nobody is paused for misses unnoticed: the bell, the tab's title, a note of the browser and the words say so. */
function usePausedAlarm(presence: PresenceView, isQuiet: boolean, audible: boolean): void {
  const { t } = useTranslation('interpreter');
  const since = presence.pausedBecause === 'missed_offers' && isQuiet ? presence.since : null;
  const begin = useEffectEvent(() => {
    announce(t('missed.announced'));
    tabSign.show(t('missed.tab'));
    const body = t('missed.text', { count: presence.missedInARow, time: formatTime(presence.since) });
    return notify(t('missed.title'), body, 'missed');
  });
  useEffect(() => {
    if (!since) return;
    const end = begin();
    return () => {
      tabSign.clear();
      end();
    };
  }, [since]);
  useEffect(() => {
    const left = since && audible ? pausedRings - (serverNow() - Date.parse(since)) : 0;
    if (left <= 0) return;
    bell.ring();
    const timer = setTimeout(() => bell.stop(), left);
    return () => {
      clearTimeout(timer);
      bell.stop();
    };
  }, [since, audible]);
}

function useRingingTab(): boolean {
  useEffect(() => {
    const join = () => ringingTab.join(document.visibilityState === 'visible' && document.hasFocus());
    prepareAnnouncer();
    join();
    window.addEventListener('focus', join);
    return () => {
      window.removeEventListener('focus', join);
      ringingTab.leave();
    };
  }, []);
  return useStore(ringingTab.rings);
}

/** Said once, written into the tab's title, and shown by the browser while the page is not in front. */
function useWords(offer: OfferView | undefined, rings: boolean): void {
  const { t } = useTranslation('interpreter');
  const { t: day } = useTranslation('day');
  const { t: word } = useTranslation('words');
  const languageOf = useLanguages();
  const begin = useEffectEvent((): (() => void) | undefined => {
    if (!offer) return undefined;
    const language = languageOf(offer.language).germanName;
    if (offer.appointment) {
      announce(day('offer.announced', { language }));
      tabSign.show(day('offer.tab', { language }));
      return rings ? notify(day('offer.tab', { language }), day('offer.notification'), offer.id) : undefined;
    }
    const field = word(`field.${offer.field}`);
    const modality = word(`modality.${offer.modality}`);
    const key = offer.priority === 'emergency' ? 'offer.announcedUrgent' : 'offer.announced';
    announce(t(key, { language, field, modality }));
    tabSign.show(t('tab.title', { count: 1, language }));
    const from = word(`customerKind.${offer.customerKind}`);
    const body = t('notification.body', { field, modality, from });
    return rings ? notify(t('notification.title', { language }), body, offer.id) : undefined;
  });
  const id = offer?.id;
  useEffect(() => {
    if (!id) return;
    const end = begin();
    return () => {
      tabSign.clear();
      end?.();
    };
  }, [id]);
}
