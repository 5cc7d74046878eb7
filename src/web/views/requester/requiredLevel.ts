import type { RequestForm } from './requestForm';

/** The qualification that is a must, as the price may depend on it; wishes do not count. */
export function requiredLevel(form: RequestForm): number | null {
  if (form.sworn && form.swornStrength === 'must') return 1;
  return form.level !== 'any' && form.levelStrength === 'must' ? Number(form.level) : null;
}
