// Numbers as people in Germany type them.

/** "1,45", "1.234,5", "1.45" (one dot with up to two digits after it is meant as a comma); null for anything else. */
export function decimalOf(text: string): number | null {
  const typed = text.replace(/\s|€/g, '');
  if (/^-?\d{1,7}(,\d{1,6})?$/.test(typed)) return Number(typed.replace(',', '.'));
  if (/^-?\d{1,3}(\.\d{3})+(,\d{1,6})?$/.test(typed))
    return Number(typed.replaceAll('.', '').replace(',', '.'));
  return /^-?\d{1,7}\.\d{1,2}$/.test(typed) ? Number(typed) : null;
}

/** Euro above nothing, in whole cents; null for anything else. */
export function amountOf(text: string): number | null {
  const euro = decimalOf(text);
  return euro !== null && euro > 0 && Number(euro.toFixed(2)) === euro ? euro : null;
}

export const wholeOf = (text: string): number | null =>
  /^-?\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null;

const plain = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 6, useGrouping: false });
const money = new Intl.NumberFormat('de-DE', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 6,
  useGrouping: false,
});

/** 1.5 -> "1,50": what stands in a field for euro. */
export const euroText = (euro: number): string => money.format(euro);
export const numberText = (number: number): string => plain.format(number);
