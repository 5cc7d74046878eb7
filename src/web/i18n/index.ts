import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { de } from './de';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: typeof de;
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
