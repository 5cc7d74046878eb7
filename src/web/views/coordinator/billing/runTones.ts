import type { Tone } from '../../shared/Badge';
import type { RunPart, RunState } from './runs';

export const runTones = {
  issuing: 'info',
  paused: 'warning',
  done: 'success',
} as const satisfies Record<RunState, Tone>;

export const partTones = {
  planned: 'neutral',
  issued: 'success',
  empty: 'neutral',
  refused: 'danger',
} as const satisfies Record<RunPart['state'], Tone>;
