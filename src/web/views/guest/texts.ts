import { createContext, useContext, useEffect, useState } from 'react';
import { firstLanguage, type GuestLanguage, guestLanguages, rememberLanguage } from '../../i18n/guest';
import { type GuestTexts, german } from '../../i18n/guest/de';

const Texts = createContext<GuestTexts>(german);
export const TextsProvider = Texts.Provider;
export const useTexts = (): GuestTexts => useContext(Texts);

/** The language of this page: its words, its direction, and the way to another one. It stays in this browser. */
export function useLanguage() {
  const [language, setLanguage] = useState(firstLanguage);
  const [texts, setTexts] = useState<GuestTexts>(german);
  useEffect(() => {
    let isCurrent = true;
    void language.load().then(loaded => isCurrent && setTexts(loaded));
    document.documentElement.lang = language.code;
    document.documentElement.dir = language.dir;
    return () => {
      isCurrent = false;
    };
  }, [language]);
  useEffect(() => {
    document.title = texts.title;
  }, [texts]);
  const choose = (code: string) => {
    const next = guestLanguages.find(one => one.code === code) as GuestLanguage;
    rememberLanguage(code);
    setLanguage(next);
  };
  return { language, texts, choose };
}
