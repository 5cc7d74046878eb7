import { i18next } from '../../i18n';

/** One answer of GET /api/wait-estimate. */
export interface WaitEstimate {
  cases: number;
  /** How many days back it looks. */
  days: number;
  /** False where there were too few cases. */
  isKnown: boolean;
  medianSeconds: number | null;
  ninetiethSeconds: number | null;
}

/** "Meist unter 1 Minute, 9 von 10 unter 3 Minuten (23 Anfragen …)": nothing is said that the sample does not say. */
export function estimateText({
  cases,
  days,
  isKnown,
  medianSeconds,
  ninetiethSeconds,
}: WaitEstimate): string {
  const t = i18next.getFixedT('de', 'waiting');
  const sample = t('estimate.sample', { count: cases, days });
  if (!isKnown) return `${t('estimate.unknown')} (${sample}).`;
  if (medianSeconds === null) return `${t('estimate.seldom')} (${sample}).`;
  const median = underText(medianSeconds);
  const text =
    ninetiethSeconds === null
      ? t('estimate.usualOnly', { median })
      : t('estimate.usual', { median, ninetieth: underText(ninetiethSeconds) });
  return `${text} (${sample}).`;
}

/** Rounded up: 41 s are under a minute, 61 s under two. */
function underText(seconds: number): string {
  const t = i18next.getFixedT('de', 'waiting');
  if (seconds < 30) return t('estimate.seconds', { count: seconds < 10 ? 10 : 30 });
  return t('estimate.minutes', { count: Math.floor(seconds / 60) + 1 });
}
