import { expect, test } from 'vitest';
import { nextSorting, readFloorSearch, readSorting, waitingColumns, writeSorting } from './floorSearch';

test('a plain address stays plain', () => {
  expect(readFloorSearch({})).toEqual({});
});

test('filters and sorting come back from the address as they went in', () => {
  const search = { suche: 'jobcenter', sprache: 'tir', status: 'paused', wartet: '-wait', dienst: 'name' };
  expect(readFloorSearch(search)).toEqual(search);
});

test('what makes no sense in an address is left out', () => {
  const raw = {
    suche: '  ',
    sprache: 'tigrinya',
    status: 'asleep',
    wartet: '-colour',
    gespraech: 7,
    more: 'x',
  };
  expect(readFloorSearch(raw)).toEqual({});
});

test('a number that was typed as a search stays searchable', () => {
  expect(readFloorSearch({ suche: 1004 })).toEqual({ suche: '1004' });
});

test('a sorting is read as it was written', () => {
  const sorting = { column: 'wait', descending: true } as const;
  expect(readSorting(writeSorting(sorting), waitingColumns)).toEqual(sorting);
});

test('a second press on a column turns the order around', () => {
  const first = nextSorting({ column: 'wait', descending: true }, 'language');
  expect(first).toEqual({ column: 'language', descending: false });
  expect(nextSorting(first, 'language')).toEqual({ column: 'language', descending: true });
});
