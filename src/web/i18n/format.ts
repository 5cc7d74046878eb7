/** German formats; instants arrive in UTC and are shown in Berlin time. */
const zone = 'Europe/Berlin';
type Instant = string | number | Date;

const dateFormat = new Intl.DateTimeFormat('de-DE', {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const timeFormat = new Intl.DateTimeFormat('de-DE', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
const longDateFormat = new Intl.DateTimeFormat('de-DE', {
  timeZone: zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});
const numberFormat = new Intl.NumberFormat('de-DE');
const euroFormat = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' });

const priceFormat = new Intl.NumberFormat('de-DE', {
  style: 'currency',
  currency: 'EUR',
  maximumFractionDigits: 10,
});

const instant = (value: Instant) => new Date(value);

export const formatDate = (value: Instant) => dateFormat.format(instant(value));
export const formatTime = (value: Instant) => `${timeFormat.format(instant(value))} Uhr`;
export const formatDateTime = (value: Instant) => `${formatDate(value)}, ${formatTime(value)}`;
export const formatLongDate = (value: Instant) => longDateFormat.format(instant(value));
export const formatNumber = (value: number) => numberFormat.format(value);
export const formatEuro = (value: number) => euroFormat.format(value);
/** At least cents, and what the tariff has behind them. */
export const formatPrice = (value: number) => priceFormat.format(value);

/** 65 -> "1:05", 3700 -> "1:01:40": a running time in seconds. */
export function formatElapsed(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const rest = String(whole % 60).padStart(2, '0');
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** 65 -> "1 Minute 5 Sekunden": the same time for a screen reader. */
export function speakElapsed(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const minutes = Math.floor(whole / 60);
  const part = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
  const tail = part(whole % 60, 'Sekunde', 'Sekunden');
  return minutes > 0 ? `${part(minutes, 'Minute', 'Minuten')} ${tail}` : tail;
}
