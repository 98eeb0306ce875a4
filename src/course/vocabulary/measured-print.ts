/** How a measured number stands in the text, and how exact its print is. */
import { numbersIn } from './measured-numbers.ts';

/** A true minus sign, thousands in groups; with `digits`, that many significant ones. `%` prints a share of one. */
export function printNumber(value: number, { digits, unit }: { digits?: number; unit?: string }): string {
  const shown = unit === '%' ? Number((value * 100).toPrecision(12)) : value;
  const precision = digits ?? Math.max(1, significant(shown));
  const format = new Intl.NumberFormat('en', {
    minimumSignificantDigits: digits ?? 1,
    maximumSignificantDigits: precision,
  });
  const text = format.format(shown).replace('-', '−');
  if (unit === undefined) return text;
  return unit === '%' ? `${text}%` : `${text}\u00A0${unit}`;
}

/** Half a unit of the last digit that is printed. */
export function halfUnit(value: number, { digits, unit }: { digits?: number; unit?: string }): number {
  const share = unit === '%' ? 100 : 1;
  const shown = Number((value * share).toPrecision(12));
  if (digits !== undefined && shown !== 0) {
    const power = Math.floor(Math.log10(Math.abs(shown))) - digits + 1;
    return 10 ** power / 2 / share;
  }
  return 10 ** -decimals(shown) / 2 / share;
}

/** As many as a double's shortest decimal has. */
const significant = (value: number): number =>
  Math.min(21, value.toExponential().replace(/e.*/, '').replace(/\D/g, '').length);

function decimals(value: number): number {
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  const fraction = mantissa.split('.')[1]?.length ?? 0;
  return Math.max(0, fraction - Number(exponent));
}

/** Does a text of the author's own contain the number? `97 %` is 0.97; a minus may be a hyphen, groups may be spaces. */
export const containsNumber = (text: string, value: number): boolean =>
  numbersIn(text).some(({ size, negative, percent }) => {
    const number = negative ? -size : size;
    return same(number, value) || (percent && same(number / 100, value));
  });

const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.abs(b);
