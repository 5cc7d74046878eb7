import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getJson } from '../../protocol/http';
import type { CatalogueLanguage } from './languageFinder';

/** What every page needs of a row of the catalogue. */
export type LanguageName = Pick<CatalogueLanguage, 'code' | 'germanName' | 'autonym' | 'dir'>;

export const languagesQuery = queryOptions({
  queryKey: ['languages'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => getJson<CatalogueLanguage[]>('/api/languages', signal),
});

/** Looks up a language by its code; before the catalogue is there, the code stands for the name. */
export function useLanguages(): (code: string) => LanguageName {
  const { data } = useQuery(languagesQuery);
  return useMemo(() => {
    const byCode = new Map(data?.map(language => [language.code, language]));
    return code => byCode.get(code) ?? { code, germanName: code, autonym: '', dir: 'ltr' };
  }, [data]);
}

/** Whether a language is signed: then it needs the picture. */
export const useSigned = (code: string): boolean =>
  useQuery(languagesQuery).data?.find(language => language.code === code)?.modality === 'signed';

/** The value of a `lang` attribute: browsers and screen readers know Tigrinya as "ti", not as "tir". */
export const htmlLang = (code: string): string => Intl.getCanonicalLocales(code)[0] ?? code;
