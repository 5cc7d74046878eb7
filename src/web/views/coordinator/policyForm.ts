import type { policy as german } from '../../i18n/de/policy';

export type PolicyName = keyof typeof german.value;
export type Unit = keyof typeof german.unitOnly;
export type Group = keyof typeof german.group;
export type Violation = Exclude<keyof typeof german.invalid, 'number'>;

/** One value as GET /api/dispatch-policy tells it: a count or whole seconds. */
export interface PolicyValue {
  value: number;
  default: number;
  atLeast: number;
  atMost: number;
}

export interface PolicyChange {
  at: string;
  by: string | null;
  changes: Partial<Record<PolicyName, { before: number; after: number }>>;
}

/** GET /api/dispatch-policy. */
export interface Policy {
  version: number;
  values: Record<PolicyName, PolicyValue>;
  /** Newest first. */
  history: PolicyChange[];
}

/** What the person has typed and not saved. */
export type Edits = Partial<Record<PolicyName, string>>;

const { keys, entries } = Object as {
  keys: <K extends string>(of: Partial<Record<K, unknown>>) => K[];
  entries: <K extends string, V>(of: Partial<Record<K, V>>) => [K, V][];
};
export const namesOf = keys;

/** The values in the order in which they are shown. */
export const groups: Record<Group, Partial<Record<PolicyName, Unit>>> = {
  ringing: {
    firstWaveSize: 'persons',
    firstWaveAlone: 'seconds',
    nextWaveSize: 'persons',
    nextWaveEvery: 'seconds',
    everybodyAfter: 'seconds',
    offerLife: 'seconds',
    offerExtension: 'seconds',
    ringAfterRestart: 'seconds',
  },
  waiting: {
    audioAfter: 'seconds',
    relatedAfter: 'seconds',
    choicesAfter: 'seconds',
    unservedAfter: 'seconds',
    helpWithin: 'seconds',
    callbackFor: 'seconds',
    callbackReadyFor: 'seconds',
    requesterGrace: 'seconds',
    headStartOfPoliceOrChildProtection: 'seconds',
    headStartOfUncoveredAppointment: 'seconds',
    headStartOfRelief: 'seconds',
    estimateDays: 'days',
    estimateCases: 'cases',
    positionsEvery: 'seconds',
    positionsTold: 'places',
    rememberEnded: 'seconds',
  },
  call: {
    connectWithin: 'seconds',
    interruptionGrace: 'seconds',
    mediaSilence: 'seconds',
    complaintWithin: 'seconds',
    feedbackDays: 'days',
    feedbackChangeWithin: 'seconds',
    silenceUntilCheck: 'seconds',
    holdUntilCheck: 'seconds',
    checkEvery: 'seconds',
    checksUntilEnd: 'questions',
    guestLinkLife: 'seconds',
    guestsAtMost: 'persons',
    handoverAfter: 'seconds',
    handoverOverlap: 'seconds',
  },
  presence: {
    presenceGrace: 'seconds',
    missesUntilPause: 'offers',
    wrapUp: 'seconds',
    wrapUpAtMost: 'seconds',
    breakAfter: 'seconds',
    breakLength: 'seconds',
    breakGap: 'seconds',
    breakQuestion: 'seconds',
  },
};

const units: Partial<Record<PolicyName, Unit>> = Object.assign({}, ...Object.values(groups));
export const unitOf = (name: PolicyName): Unit => units[name] ?? 'seconds';

/** The audit may name what this page does not show any more. */
export const isKnown = (name: PolicyName): boolean => name in units;

export const isWhole = (text: string): boolean => /^\d{1,6}$/.test(text.trim());

/** The values that differ from what holds; what is no number is left out. */
export function changesOf(policy: Policy, edits: Edits): Partial<Record<PolicyName, number>> {
  const changes: Partial<Record<PolicyName, number>> = {};
  for (const [name, text] of entries(edits)) {
    if (isWhole(text) && Number(text) !== policy.values[name].value) changes[name] = Number(text);
  }
  return changes;
}

/** What can be seen to be wrong without asking the server. */
export function wrongIn(
  policy: Policy,
  edits: Edits,
): Partial<Record<PolicyName, 'number' | 'out_of_bounds'>> {
  const wrong: Partial<Record<PolicyName, 'number' | 'out_of_bounds'>> = {};
  for (const [name, text] of entries(edits)) {
    const { atLeast, atMost } = policy.values[name];
    if (!isWhole(text)) wrong[name] = 'number';
    else if (Number(text) < atLeast || Number(text) > atMost) wrong[name] = 'out_of_bounds';
  }
  return wrong;
}

/** The edit is forgotten where it comes back to what holds. */
export function edited(policy: Policy, edits: Edits, name: PolicyName, text: string): Edits {
  const { [name]: _, ...others } = edits;
  return text.trim() === String(policy.values[name].value) ? others : { ...others, [name]: text };
}

/** The violations of a refused change, by value. */
export function violationsOf(problem: unknown): Partial<Record<PolicyName, Violation>> {
  const found = (problem as { violations?: { value: PolicyName; code: Violation }[] } | undefined)
    ?.violations;
  return Object.fromEntries((found ?? []).map(({ value, code }) => [value, code]));
}
