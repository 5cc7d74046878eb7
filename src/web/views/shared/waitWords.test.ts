import '../requester/words';
import { expect, test } from 'vitest';
import '../../i18n';
import { estimateText } from './waitWords';

const known = { days: 28, isKnown: true };
const unknown = { days: 14, isKnown: false };

test('an estimate names both figures and the size of its sample', () => {
  expect(estimateText({ ...known, cases: 23, medianSeconds: 41, ninetiethSeconds: 170 })).toBe(
    'Meist unter 1 Minute, 9 von 10 unter 3 Minuten (23 Anfragen um diese Uhrzeit in 28 Tagen).',
  );
});

test('a few cases say nothing, and one case is one', () => {
  expect(estimateText({ ...unknown, cases: 1, medianSeconds: null, ninetiethSeconds: null })).toContain(
    'unbekannt (1 Anfrage um',
  );
  expect(estimateText({ ...unknown, cases: 0, medianSeconds: null, ninetiethSeconds: null })).toContain(
    '(keine Anfragen',
  );
});

test('where nobody came the text does not promise', () => {
  expect(estimateText({ ...known, cases: 9, medianSeconds: 5, ninetiethSeconds: null })).toContain(
    'Meist unter 10 Sekunden, aber nicht immer',
  );
  expect(estimateText({ ...known, cases: 9, medianSeconds: null, ninetiethSeconds: null })).toContain(
    'meist niemand',
  );
});

test('how many cases are enough is for the service to say', () => {
  expect(estimateText({ ...unknown, cases: 9, medianSeconds: null, ninetiethSeconds: null })).toBe(
    'Wartezeit noch unbekannt (9 Anfragen um diese Uhrzeit in 14 Tagen).',
  );
});
