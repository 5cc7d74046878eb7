import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getJson } from '../../protocol/http';

/** What every page needs of a row of `GET /api/languages`. */
export interface LanguageName {
  code: string;
  germanName: string;
  autonym: string;
  dir: 'ltr' | 'rtl';
}

export const languagesQuery = queryOptions({
  queryKey: ['languages'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => getJson<LanguageName[]>('/api/languages', signal),
});

/** Looks up a language by its code; before the catalogue is there, the code stands for the name. */
export function useLanguages(): (code: string) => LanguageName {
  const { data } = useQuery(languagesQuery);
  return useMemo(() => {
    const byCode = new Map(data?.map(language => [language.code, language]));
    return code => byCode.get(code) ?? { code, germanName: code, autonym: '', dir: 'ltr' };
  }, [data]);
}
