import { expect, test } from 'vitest';
import { formatDateTime, formatElapsed, formatEuro, speakElapsed } from './format';

test('an instant is shown in Berlin time, in summer and in winter', () => {
  expect(formatDateTime('2026-07-01T22:30:00Z')).toBe('02.07.2026, 00:30 Uhr');
  expect(formatDateTime('2026-12-01T22:30:00Z')).toBe('01.12.2026, 23:30 Uhr');
});

test('a running time shows hours only when there are some', () => {
  expect([formatElapsed(5), formatElapsed(65), formatElapsed(3700)]).toEqual(['0:05', '1:05', '1:01:40']);
});

test('a running time is spoken in words', () => {
  expect(speakElapsed(61)).toBe('1 Minute 1 Sekunde');
});

test('money has a German comma', () => {
  expect(formatEuro(1234.5)).toBe('1.234,50\u00a0€');
});
