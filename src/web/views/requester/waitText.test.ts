import { expect, test } from 'vitest';
import type { RequestView } from '../../protocol/messages';
import { isSearching, waitChoices, waitStep } from './waitText';

const start = Date.parse('2026-11-22T09:00:00Z') / 1000;
const request = (change: Partial<RequestView> = {}) =>
  ({
    state: 'waiting',
    modality: 'video',
    relatedAllowed: false,
    requestedAt: '2026-11-22T09:00:00Z',
    choicesAt: '2026-11-22T09:02:00Z',
    position: 1,
    ringing: 0,
    onDuty: 3,
    ...change,
  }) as RequestView;

test('the step follows what the server says', () => {
  expect(waitStep(request({ state: 'offered', ringing: 2 }))).toBe('ringing');
  expect(waitStep(request({ onDuty: 0, position: null }))).toBe('nobodyOnDuty');
  expect(waitStep(request())).toBe('next');
  expect(waitStep(request({ position: 3 }))).toBe('queued');
  expect(waitStep(request({ state: 'assigned' }))).toBe('accepted');
});

test('audio is offered after 30 s, related languages after 60 s', () => {
  expect(waitChoices(request(), start + 29, true)).toEqual({ audioOnly: false, relatedLanguages: false });
  expect(waitChoices(request(), start + 30, true)).toEqual({ audioOnly: true, relatedLanguages: false });
  expect(waitChoices(request(), start + 60, true)).toEqual({ audioOnly: true, relatedLanguages: true });
});

test('with nobody on duty the choices come at once', () => {
  expect(waitChoices(request({ onDuty: 0 }), start, true)).toEqual({
    audioOnly: true,
    relatedLanguages: true,
  });
});

test('a choice that changes nothing is not offered', () => {
  const same = request({ modality: 'audio', relatedAllowed: true });
  expect(waitChoices(same, start + 500, true)).toEqual({ audioOnly: false, relatedLanguages: false });
  expect(waitChoices(request(), start + 500, false).relatedLanguages).toBe(false);
});

test('a request is being searched for until it has ended', () => {
  expect(isSearching(request({ state: 'offered' }))).toBe(true);
  expect(isSearching(request({ state: 'unserved' }))).toBe(false);
  expect(isSearching(null)).toBe(false);
});
