import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { de } from './de';
import type { errors } from './de/errors';
import type { Later } from './later';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: typeof de & Later;
  }
}

// With all its words at hand it is ready at once.
void i18next.use(initReactI18next).init({
  lng: 'de',
  fallbackLng: 'de',
  defaultNS: 'shell',
  resources: { de },
  interpolation: { escapeValue: false },
});

type Words = Partial<Later> & { errors?: typeof errors };

/** A page brings its words before it is rendered: by an import of the module that calls this. */
export function bring(words: Words): void {
  for (const [namespace, some] of Object.entries(words))
    i18next.addResourceBundle('de', namespace, some, true);
}

export { i18next };
