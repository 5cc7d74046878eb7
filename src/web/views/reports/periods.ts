export const presets = [
  'days28',
  'month',
  'lastMonth',
  'quarter',
  'lastQuarter',
  'year',
  'lastYear',
] as const;
export type Preset = (typeof presets)[number];

export interface Period {
  von: string;
  bis: string;
}

const berlin = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' });

export const berlinToday = (): string => berlin.format(new Date());

const day = (year: number, month: number, date: number) =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);

/** The days of a preset; months are counted from 0, and beyond the year they are of the next or the last one. */
export function periodOf(preset: Preset, today: string): Period {
  const [year = 0, number = 1, date = 1] = today.split('-').map(Number);
  const month = number - 1;
  const quarter = month - (month % 3);
  const months = (from: number, count: number) => ({
    von: day(year, from, 1),
    bis: day(year, from + count, 0),
  });
  switch (preset) {
    case 'days28':
      return { von: day(year, month, date - 27), bis: today };
    case 'month':
      return months(month, 1);
    case 'lastMonth':
      return months(month - 1, 1);
    case 'quarter':
      return months(quarter, 3);
    case 'lastQuarter':
      return months(quarter - 3, 3);
    case 'year':
      return months(0, 12);
    case 'lastYear':
      return months(-12, 12);
  }
}

/** Which preset a period is; null for one of one's own. */
export const presetOf = ({ von, bis }: Partial<Period>, today: string): Preset | null =>
  von === undefined && bis === undefined
    ? 'days28'
    : (presets.find(preset => {
        const period = periodOf(preset, today);
        return period.von === von && period.bis === bis;
      }) ?? null);
