import { expect, test } from 'vitest';
import type { FloorInterpreter, PresenceView } from '../../protocol/messages';
import { candidatesFor } from './candidates';
import { floorFigures } from './floorFigures';
import { dutyRows, sessionRows, urgentFirst, waitingRows } from './floorOrder';
import { sessionSeconds } from './sessionClock';
import { interpreter, request, session } from './test/given';

const names: Record<string, string> = { tir: 'Tigrinya', arb: 'Arabisch', kmr: 'Kurmandschi' };
const nameOf = (code: string) => names[code] ?? code;
const longestFirst = { column: 'wait', descending: true } as const;
const ids = (rows: { id: string }[]) => rows.map(row => row.id);

const waiting = [
  request('young', { requestedAt: '2026-11-22T10:02:00Z', language: 'arb' }),
  request('old', { requestedAt: '2026-11-22T10:00:00Z', unitName: 'Ausländerbehörde' }),
  request('taken', { state: 'assigned' }),
  request('urgent', { requestedAt: '2026-11-22T10:03:00Z', priority: 'emergency', language: 'kmr' }),
];

test('who has waited longest stands first, and what is assigned no longer waits', () => {
  expect(ids(waitingRows(waiting, {}, longestFirst, nameOf))).toEqual(['old', 'young', 'urgent']);
});

test('emergencies and unanswered calls for help stand above the usual order', () => {
  const help = { helpAskedAt: '2026-11-22T10:05:00Z', helpAnsweredAt: null };
  const rows = [
    request('old'),
    request('help', help),
    request('answered', { ...help, helpAnsweredAt: help.helpAskedAt }),
    ...waiting,
  ];
  expect(ids(urgentFirst(rows)).slice(0, 2)).toEqual(['urgent', 'help']);
  expect(ids(urgentFirst(rows))[2]).toBe('old');
});

test('languages are sorted by their German names', () => {
  const sorted = waitingRows(waiting, {}, { column: 'language', descending: false }, nameOf);
  expect(ids(sorted)).toEqual(['young', 'urgent', 'old']);
});

test('the urgent comes first where urgency is asked for, then whoever waits longer', () => {
  const sorted = waitingRows(waiting, {}, { column: 'priority', descending: false }, nameOf);
  expect(ids(sorted)).toEqual(['urgent', 'old', 'young']);
});

test('a search finds without marks and case, and in any order of words', () => {
  const found = waitingRows(waiting, { suche: 'AUSLANDERBEHORDE klinikum' }, longestFirst, nameOf);
  expect(ids(found)).toEqual(['old']);
});

test('a language narrows all three tables', () => {
  const search = { sprache: 'arb' };
  expect(ids(waitingRows(waiting, search, longestFirst, nameOf))).toEqual(['young']);
  expect(sessionRows([session('s')], search, { column: 'duration', descending: true }, nameOf)).toEqual([]);
  expect(dutyRows([interpreter('a', 'available')], search, { column: 'name', descending: false })).toEqual(
    [],
  );
});

test('an ended session is no longer shown', () => {
  const rows = [session('over', { state: 'ended' }), session('on')];
  expect(ids(sessionRows(rows, {}, { column: 'duration', descending: true }, nameOf))).toEqual(['on']);
});

const states: PresenceView['state'][] = ['paused', 'offline', 'available', 'in_session'];
const everyone = states.map(state => interpreter(state, state));
const byState = { column: 'state', descending: false } as const;

test('only those on duty are shown, the available first, unless asked otherwise', () => {
  expect(ids(dutyRows(everyone, {}, byState))).toEqual(['available', 'in_session', 'paused']);
  expect(ids(dutyRows(everyone, { status: 'paused' }, byState))).toEqual(['paused']);
});

test('the figures count what waits, talks and is available', () => {
  const figures = floorFigures(waiting, [session('s'), session('over', { state: 'ended' })], everyone);
  expect(figures).toEqual({
    waiting: 3,
    searching: 3,
    longest: expect.objectContaining({ requestedAt: '2026-11-22T10:00:00Z' }),
    talking: 1,
    available: 1,
    onDuty: 3,
  });
});

test('whoever waits in the room of an appointment is waiting, but not searched for', () => {
  const room = request('room', { appointment: { id: 'a', endsAt: '2026-11-22T10:45:00Z' } });
  expect(floorFigures([room], [], [])).toMatchObject({ waiting: 1, searching: 0, longest: null });
});

const outside = (change: Partial<FloorInterpreter>) => {
  const row = interpreter('outside', 'available', change);
  return { ...row, presence: { ...row.presence, inHours: false } };
};

test('whoever is outside the declared hours is no figure of the ready and cannot be rung', () => {
  const figures = floorFigures([], [], [outside({}), interpreter('free', 'available')]);
  expect([figures.available, figures.onDuty]).toEqual([1, 2]);
  const { ready, others } = candidatesFor(request('r'), [outside({})]);
  expect([ids(ready), ids(others)]).toEqual([[], ['outside']]);
});

test('whoever has lost the connection is not offered to be rung: the server would refuse', () => {
  const away = interpreter('away', 'available', { connected: false });
  expect(ids(candidatesFor(request('r'), [away]).others)).toEqual(['away']);
});

test('only who is free and speaks the language can be rung', () => {
  const free = interpreter('free', 'available');
  const elsewhere = interpreter('elsewhere', 'available', { ringingFor: 'other' });
  const foreign = interpreter('foreign', 'available', { languages: ['arb'] });
  const busy = interpreter('busy', 'in_session');
  const { ready, others } = candidatesFor(request('r'), [free, elsewhere, foreign, busy]);
  expect(ids(ready)).toEqual(['free']);
  expect(ids(others)).toEqual(['elsewhere', 'busy']);
});

test('the clock of a session runs on from the last word of the server, and stands while interrupted', () => {
  const second = Date.parse('2026-11-22T10:00:30Z') / 1000;
  const at = '2026-11-22T10:00:00Z';
  expect(sessionSeconds({ clock: { seconds: 60, running: true, at } }, second)).toBe(90);
  expect(sessionSeconds({ clock: { seconds: 60, running: false, at } }, second)).toBe(60);
});
