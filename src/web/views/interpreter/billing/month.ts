/** A month as the address and the field of the browser have it: `2026-11`. */
export interface MonthSearch {
  monat?: string;
}

const pattern = /^2\d{3}-(0[1-9]|1[0-2])$/;

export const isMonth = (text: string): boolean => pattern.test(text);

export function readMonthSearch(raw: Record<string, unknown>): MonthSearch {
  return typeof raw.monat === 'string' && isMonth(raw.monat) ? { monat: raw.monat } : {};
}

/** So many months later, or earlier. */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const all = year * 12 + number - 1 + count;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`;
}
