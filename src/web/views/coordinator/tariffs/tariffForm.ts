import { createContext, useContext } from 'react';
import type { Draft } from './draft';

/** What every part of the form reads and changes. */
export interface TariffForm {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  /** The German sentence of what is wrong at a field, by its path. */
  wrongAt: (path: string) => string | undefined;
  /** Other versions of the family fix what is the same in all of them. */
  isFixed: boolean;
  isReadOnly: boolean;
}

export const TariffFormContext = createContext<TariffForm | null>(null);

export function useTariff(): TariffForm {
  const form = useContext(TariffFormContext);
  if (!form) throw new Error('Outside of a tariff form');
  return form;
}

/** The list with one row of it changed. */
export const changed = <T extends { row: number }>(rows: readonly T[], row: number, part: Partial<T>): T[] =>
  rows.map(one => (one.row === row ? { ...one, ...part } : one));

export const without = <T extends { row: number }>(rows: readonly T[], row: number): T[] =>
  rows.filter(one => one.row !== row);
