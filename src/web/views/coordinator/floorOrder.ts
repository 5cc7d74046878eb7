import type { FloorInterpreter, FloorRequest, FloorSession } from '../../protocol/messages';
import type { DutyColumn, FloorSearch, SessionColumn, Sorting, WaitingColumn } from './floorSearch';

type NameOf = (code: string) => string;
const german = new Intl.Collator('de', { numeric: true });
const urgency = { emergency: 0, police_or_child_protection: 1, appointment_uncovered: 2, normal: 3 } as const;
const presenceOrder = { available: 0, in_session: 1, wrap_up: 2, paused: 3, offline: 4 } as const;
const sessionOrder = { interrupted: 0, connecting: 1, active: 2, ended: 3 } as const;
const at = (instant: string) => Date.parse(instant);

export const isWaiting = ({ state }: FloorRequest) => state === 'waiting' || state === 'offered';
export const needsHelp = ({ helpAskedAt, helpAnsweredAt }: FloorRequest) =>
  Boolean(helpAskedAt) && !helpAnsweredAt;
export const isTalking = ({ state }: FloorSession) => state !== 'ended';

export function waitingRows(
  rows: readonly FloorRequest[],
  search: FloorSearch,
  sorting: Sorting<WaitingColumn>,
  nameOf: NameOf,
): FloorRequest[] {
  const found = rows.filter(
    row =>
      isWaiting(row) &&
      speaks(search, [row.language]) &&
      contains(search, [row.customerName, row.unitName, ...row.offers.map(offer => offer.interpreterName)]),
  );
  const keys: Record<WaitingColumn, (a: FloorRequest, b: FloorRequest) => number> = {
    language: (a, b) => german.compare(nameOf(a.language), nameOf(b.language)),
    customer: (a, b) =>
      german.compare(a.customerName, b.customerName) || german.compare(a.unitName, b.unitName),
    field: (a, b) => german.compare(a.field, b.field),
    priority: (a, b) => urgency[a.priority] - urgency[b.priority],
    wait: (a, b) => at(b.requestedAt) - at(a.requestedAt),
  };
  return ordered(found, keys[sorting.column], sorting, (a, b) => at(a.requestedAt) - at(b.requestedAt));
}

/** Who cannot wait stands above the usual order: emergencies, then calls for help that nobody has answered. */
export const urgentFirst = (rows: readonly FloorRequest[]): FloorRequest[] => {
  const rank = (row: FloorRequest) => (row.priority === 'emergency' ? 0 : needsHelp(row) ? 1 : 2);
  return [...rows].sort((a, b) => rank(a) - rank(b));
};

export function sessionRows(
  rows: readonly FloorSession[],
  search: FloorSearch,
  sorting: Sorting<SessionColumn>,
  nameOf: NameOf,
): FloorSession[] {
  const found = rows.filter(
    row =>
      isTalking(row) &&
      speaks(search, [row.language]) &&
      contains(search, [row.customerName, row.unitName, row.interpreterName, row.interpreterNumber]),
  );
  const keys: Record<SessionColumn, (a: FloorSession, b: FloorSession) => number> = {
    language: (a, b) => german.compare(nameOf(a.language), nameOf(b.language)),
    customer: (a, b) =>
      german.compare(a.customerName, b.customerName) || german.compare(a.unitName, b.unitName),
    interpreter: (a, b) => german.compare(a.interpreterName, b.interpreterName),
    duration: (a, b) => at(b.createdAt) - at(a.createdAt),
    state: (a, b) => sessionOrder[a.state] - sessionOrder[b.state],
  };
  return ordered(found, keys[sorting.column], sorting, (a, b) => at(a.createdAt) - at(b.createdAt));
}

export function dutyRows(
  rows: readonly FloorInterpreter[],
  search: FloorSearch,
  sorting: Sorting<DutyColumn>,
): FloorInterpreter[] {
  const found = rows.filter(
    row => inState(search, row) && speaks(search, row.languages) && contains(search, [row.name, row.number]),
  );
  const keys: Record<DutyColumn, (a: FloorInterpreter, b: FloorInterpreter) => number> = {
    name: (a, b) => german.compare(a.name, b.name),
    state: (a, b) => presenceOrder[a.presence.state] - presenceOrder[b.presence.state],
    since: (a, b) => at(a.presence.since) - at(b.presence.since),
  };
  return ordered(found, keys[sorting.column], sorting, (a, b) => german.compare(a.name, b.name));
}

function ordered<T extends { id: string }>(
  rows: T[],
  compare: (a: T, b: T) => number,
  { descending }: { descending: boolean },
  then: (a: T, b: T) => number,
): T[] {
  const way = descending ? -1 : 1;
  return rows.sort((a, b) => way * compare(a, b) || then(a, b) || (a.id < b.id ? -1 : 1));
}

const speaks = ({ sprache }: FloorSearch, languages: readonly string[]) =>
  !sprache || languages.includes(sprache);

function inState({ status }: FloorSearch, { presence }: FloorInterpreter): boolean {
  return status ? presence.state === status : presence.state !== 'offline';
}

function contains({ suche }: FloorSearch, texts: readonly string[]): boolean {
  const words = fold(suche ?? '').split(/\s+/);
  const text = fold(texts.join(' '));
  return words.every(word => text.includes(word));
}

/** Without marks and case, so that "muller" finds "Müller". */
const fold = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase();
