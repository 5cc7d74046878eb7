import type { cancellation as german } from '../../i18n/de/cancellation';

export type Ladder = keyof typeof german.ladders;
type Breach = keyof typeof german.invalid;

export interface Step {
  hours: number;
  percent: number;
}

export interface ContractChange {
  at: string;
  by: string | null;
  ladder: Ladder;
  steps: Step[];
}

/** GET /api/customers/{id}/cancellation. */
export interface Contract {
  version: number;
  ladder: Ladder;
  steps: Step[];
  /** Newest first. */
  history: ContractChange[];
}

/** A step as it is typed; the key tells rows apart while they come and go. */
export interface StepText {
  key: number;
  hours: string;
  percent: string;
}

/** What is wrong, by place; the field tells where it is said. */
export type StepErrors = Record<number, { field: 'hours' | 'percent'; breach: Breach }>;

export const stepsAtMost = 6;

export const textsOf = (steps: Step[]): StepText[] =>
  steps.map(({ hours, percent }, key) => ({ key, hours: `${hours}`, percent: `${percent}` }));

/** The next step a person is likely to mean: half the time, twice the part. */
export function nextStep(steps: StepText[]): StepText {
  const last = steps.at(-1);
  const key = Math.max(-1, ...steps.map(step => step.key)) + 1;
  if (!last) return { key, hours: '24', percent: '50' };
  const [hours, percent] = [Number(last.hours) || 2, Number(last.percent) || 50];
  return {
    key,
    hours: `${Math.max(1, Math.floor(hours / 2))}`,
    percent: `${Math.min(100, percent * 2)}`,
  };
}

const whole = (text: string): boolean => /^\d{1,4}$/.test(text.trim());

/** What can be seen to be wrong without asking the server. */
export function wrongIn(steps: StepText[]): StepErrors {
  const wrong: StepErrors = {};
  steps.forEach(({ hours, percent }, place) => {
    if (!whole(hours)) wrong[place] = { field: 'hours', breach: 'number' };
    else if (!whole(percent)) wrong[place] = { field: 'percent', breach: 'number' };
  });
  return wrong;
}

export const numbersOf = (steps: StepText[]): Step[] =>
  steps.map(({ hours, percent }) => ({ hours: Number(hours), percent: Number(percent) }));

/** The violations of a refused change, by place. */
export function violationsOf(problem: unknown): StepErrors {
  const found = (problem as { violations?: { step: number; code: Breach }[] } | undefined)?.violations ?? [];
  return Object.fromEntries(
    found.map(({ step, code }) => [
      step,
      {
        field: code === 'percent_out_of_bounds' || code === 'not_dearer' ? 'percent' : 'hours',
        breach: code,
      },
    ]),
  );
}
