import { expect, test } from 'vitest';
import { readDocumentSearch, readFormSearch, readNewRunSearch, readPartiesSearch } from './search';

test('an address written by hand says only what makes sense', () => {
  expect(readNewRunSearch({ seite: 'dolmetschende', von: '2026-10-01', bis: '2026-02-30' })).toEqual({
    seite: 'dolmetschende',
    von: '2026-10-01',
  });
  expect(readDocumentSearch({ seite: 'alle', lauf: 'x' })).toEqual({});
  expect(readPartiesSearch({ suche: '', luecken: 'ja' })).toEqual({});
});

test('a form leads back to billing and nowhere else', () => {
  const preview = '/disposition/abrechnung/laeufe/neu?seite=auftraggeber&von=2026-10-01';
  expect(readFormSearch({ zurueck: preview })).toEqual({ zurueck: preview });
  expect(readFormSearch({ zurueck: '/disposition/abrechnung/laeufe/neu' })).not.toEqual({});
  expect(readFormSearch({ zurueck: '//elsewhere.example' })).toEqual({});
  expect(readFormSearch({ zurueck: 'https://elsewhere.example/disposition/abrechnung' })).toEqual({});
});
