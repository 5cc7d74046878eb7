/** Monday is 1, each further day twice the one before; a public holiday is 128. */
export const bandDays = ['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so', 'holiday'] as const;
export type BandDay = (typeof bandDays)[number];

export const bitOf = (day: BandDay): number => 1 << bandDays.indexOf(day);
export const hasDay = (days: number, day: BandDay): boolean => (days & bitOf(day)) !== 0;
export const withDay = (days: number, day: BandDay, isIn: boolean): number =>
  isIn ? days | bitOf(day) : days & ~bitOf(day);
