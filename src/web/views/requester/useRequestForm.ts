import { useCallback, useState } from 'react';
import { readRemembered, rememberedForm, rememberFavourites, shortcutsOf } from './remembered';
import type { RequestForm } from './requestForm';

/** The form with what this browser remembers: last language and field, favourites, languages used last. */
export function useRequestForm(initial: () => RequestForm = rememberedForm) {
  const [form, setForm] = useState<RequestForm>(initial);
  const [remembered, setRemembered] = useState(readRemembered);
  const change = useCallback((next: Partial<RequestForm>) => setForm(before => ({ ...before, ...next })), []);
  const toggleFavourite = (code: string) => {
    const { favourites } = readRemembered();
    const next = favourites.includes(code)
      ? favourites.filter(other => other !== code)
      : [code, ...favourites];
    rememberFavourites(next);
    setRemembered(readRemembered());
  };
  return { form, change, remembered, shortcuts: shortcutsOf(remembered), toggleFavourite };
}

export type RequestFormState = ReturnType<typeof useRequestForm>;
