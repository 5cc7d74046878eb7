import { i18next } from '.';
import { startErrors } from './de/startErrors';

/** The German sentence for anything that was thrown: errors with a code get theirs, all others a general one. */
export function errorText(error: unknown): string {
  return i18next.getResource('de', 'errors', codeOf(error)) ?? startErrors.unexpected;
}

export function codeOf(error: unknown): string {
  if (typeof error === 'string') return error;
  if (typeof error === 'object' && error !== null && 'code' in error) return String(error.code);
  return 'unexpected';
}

export function traceIdOf(error: unknown): string | undefined {
  if (typeof error === 'object' && error !== null && 'traceId' in error && error.traceId)
    return String(error.traceId);
  return undefined;
}
