import { expect, test } from 'vitest';
import '../../i18n';
import { estimateText } from './waitWords';

test('an estimate names both figures and the size of its sample', () => {
  expect(estimateText({ cases: 23, medianSeconds: 41, ninetiethSeconds: 170 })).toBe(
    'Meist unter 1 Minute, 9 von 10 unter 3 Minuten (23 Anfragen um diese Uhrzeit in vier Wochen).',
  );
});

test('a few cases say nothing, and one case is one', () => {
  expect(estimateText({ cases: 1, medianSeconds: null, ninetiethSeconds: null })).toContain(
    'unbekannt (1 Anfrage um',
  );
  expect(estimateText({ cases: 0, medianSeconds: null, ninetiethSeconds: null })).toContain(
    '(keine Anfragen',
  );
});

test('where nobody came the text does not promise', () => {
  expect(estimateText({ cases: 9, medianSeconds: 5, ninetiethSeconds: null })).toContain(
    'Meist unter 10 Sekunden, aber nicht immer',
  );
  expect(estimateText({ cases: 9, medianSeconds: null, ninetiethSeconds: null })).toContain('meist niemand');
});
