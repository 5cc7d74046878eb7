import type { FloorInterpreter, FloorRequest, FloorSession, PresenceView } from '../../../protocol/messages';

/** Rows for the tests of this folder. */
export const request = (id: string, change: Partial<FloorRequest> = {}) =>
  ({
    id,
    state: 'waiting',
    language: 'tir',
    field: 'health',
    priority: 'normal',
    requestedAt: '2026-11-22T10:00:00Z',
    customerName: 'Klinikum Nordstadt',
    unitName: 'Notaufnahme',
    offers: [],
    ...change,
  }) as unknown as FloorRequest;

export const session = (id: string, change: Partial<FloorSession> = {}) =>
  ({
    id,
    state: 'active',
    language: 'tir',
    createdAt: '2026-11-22T10:00:00Z',
    customerName: 'Klinikum Nordstadt',
    unitName: 'Notaufnahme',
    interpreterName: 'Selam Tesfay',
    participants: [],
    interpreterNumber: 'D-1000',
    clock: { seconds: 0, running: false, at: '2026-11-22T10:00:00Z' },
    ...change,
  }) as FloorSession;

export const interpreter = (
  id: string,
  state: PresenceView['state'],
  change: Partial<FloorInterpreter> = {},
) =>
  ({
    id,
    number: `D-${id}`,
    name: id,
    languages: ['tir'],
    presence: { state, since: '2026-11-22T10:00:00Z', inHours: true },
    connected: true,
    ringingFor: null,
    ...change,
  }) as FloorInterpreter;
