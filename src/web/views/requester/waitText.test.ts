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
    audioAt: '2026-11-22T09:00:30Z',
    relatedAt: '2026-11-22T09:01:00Z',
    relatedLanguages: ['amh'],
    helpAskedAt: null,
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

const none = { audioOnly: false, relatedLanguages: false, help: false, callback: false, book: false };

test('settling for less is offered first, help and a callback later', () => {
  expect(waitChoices(request(), start + 29)).toEqual(none);
  expect(waitChoices(request(), start + 30)).toEqual({ ...none, audioOnly: true });
  expect(waitChoices(request(), start + 59).relatedLanguages).toBe(false);
  expect(waitChoices(request(), start + 60)).toEqual({ ...none, audioOnly: true, relatedLanguages: true });
  expect(waitChoices(request(), start + 120)).toMatchObject({ help: true, callback: true, book: true });
});

test('with nobody on duty all choices come at once', () => {
  expect(Object.values(waitChoices(request({ onDuty: 0 }), start))).toEqual(Array(5).fill(true));
});

test('a choice that changes nothing is not offered', () => {
  const same = request({ modality: 'audio', relatedAllowed: true, helpAskedAt: '2026-11-22T09:01:00Z' });
  expect(waitChoices(same, start + 500)).toEqual({ ...none, callback: true, book: true });
  expect(waitChoices(request({ relatedLanguages: [] }), start + 500).relatedLanguages).toBe(false);
});

test('a request is being searched for until it has ended', () => {
  expect(isSearching(request({ state: 'offered' }))).toBe(true);
  expect(isSearching(request({ state: 'unserved' }))).toBe(false);
  expect(isSearching(null)).toBe(false);
});
