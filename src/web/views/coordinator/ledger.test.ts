import { expect, test } from 'vitest';
import { byHour, byLanguage, type LedgerCount } from './ledger';
import { ledgerQuery, readLedgerSearch } from './ledgerSearch';

const counts: LedgerCount[] = [
  { language: 'kmr', cause: 'all_busy', hour: 9, count: 2 },
  { language: 'tir', cause: 'none_on_duty', hour: 9, count: 4 },
  { language: 'kmr', cause: 'none_on_duty', hour: 23, count: 1 },
];

test('the language with the largest need stands first, its causes in the order of the page', () => {
  expect(byLanguage(counts)).toEqual([
    { language: 'tir', total: 4, byCause: [0, 4, 0, 0, 0, 0] },
    { language: 'kmr', total: 3, byCause: [0, 1, 2, 0, 0, 0] },
  ]);
});

test('every hour of the day is there', () => {
  const hours = byHour(counts);
  expect([hours.length, hours[9], hours[23], hours[0]]).toEqual([24, 6, 1, 0]);
});

test('an address written by hand keeps what makes sense', () => {
  const search = readLedgerSearch({
    von: '2026-11-01',
    bis: 'gestern',
    grund: 'faul',
    stunde: '9',
    sprache: 'kmr',
  });
  expect(search).toEqual({ von: '2026-11-01', sprache: 'kmr', stunde: 9 });
  expect(ledgerQuery(search)).toBe('?from=2026-11-01&language=kmr&hour=9');
  expect(ledgerQuery(readLedgerSearch({ stunde: 24 }))).toBe('');
});
