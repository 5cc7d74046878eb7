import { expect, test } from 'vitest';
import { byOf, drillInto, readReportsSearch, reportQuery, sessionsQuery } from './reportsSearch';

test('an address written by hand keeps what makes sense', () =>
  expect(
    readReportsSearch({
      ansicht: 'erreichbarkeit',
      nach: 'hour',
      von: '2026-11-01',
      bis: 'gestern',
      sprache: 'kmr',
      art: 'brief',
      stunde: 9,
      einzeln: true,
      sekunden: '7',
    }),
  ).toEqual({
    ansicht: 'erreichbarkeit',
    nach: 'hour',
    von: '2026-11-01',
    sprache: 'kmr',
    stunde: '9',
    einzeln: true,
  }));

test('the query of a view says what the address says', () => {
  expect(reportQuery({ ansicht: 'erreichbarkeit', sekunden: '60', sprache: 'ara' })).toBe(
    '?by=language&language=ara&within=60',
  );
  expect(reportQuery({ ansicht: 'konten', von: '2026-11-01', bis: '2026-11-30', sprache: 'ara' })).toBe(
    '?from=2026-11-01&to=2026-11-30',
  );
});

test('causes are told apart only where something has a cause', () => {
  expect(byOf({ nach: 'cause' })).toBe('unit');
  expect(byOf({ ansicht: 'nicht-bedient', nach: 'cause' })).toBe('cause');
});

test('a row leads to the conversations behind it', () => {
  expect(drillInto({ sprache: 'kmr' }, 'month', '2026-02-01')).toEqual({
    sprache: 'kmr',
    von: '2026-02-01',
    bis: '2026-02-28',
    einzeln: true,
  });
  expect(drillInto({}, 'cause', 'all_busy')).toBeNull();
  expect(sessionsQuery({ stunde: '9', einzeln: true }, '2026-11-01T00:00:00Z')).toBe(
    '?hour=9&before=2026-11-01T00%3A00%3A00Z',
  );
});
