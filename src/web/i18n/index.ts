import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { de } from './de';
import type { tariffs } from './de/tariffs';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    // Of those that come with their pages, only the types are here.
    resources: typeof de & { tariffs: typeof tariffs };
  }
}

await i18next.use(initReactI18next).init({
  lng: 'de',
  fallbackLng: 'de',
  defaultNS: 'shell',
  resources: { de },
  interpolation: { escapeValue: false },
});

export { i18next };
