/** Reads a number as people write it: 1.27, 1,27, −3, 1e-3, 10 000, 3/4, with or without its unit. */

export type Typed = { ok: true; value: number } | { ok: false; words: string };

const example = 'Write a number such as 1.27, −3, 1e-3 or 3/4.';

/** @param unit what may stand behind the number */
export function readNumber(text: string, unit = ''): Typed {
  const plain = withoutUnit(text.trim(), unit.trim())
    .replace(/[\u2212\u2013]/gu, '-')
    .replace(/(?<=\d)[\s\u00a0\u2009\u202f](?=\d{3}(?!\d))/gu, '');
  if (plain === '') return { ok: false, words: `Type a number first. ${example}` };
  const parts = plain.split('/').map((part) => part.trim());
  if (parts.length > 2) return { ok: false, words: `“${shortened(text)}” is not a number. ${example}` };
  const [above, below] = parts.map(readDecimal);
  for (const part of [above, below]) if (part && !part.ok) return part;
  if (!above?.ok) return notNumber(text);
  if (!below?.ok) return above;
  if (below.value === 0) return { ok: false, words: 'Nothing can be divided by 0.' };
  return finite(above.value / below.value);
}

function withoutUnit(text: string, unit: string): string {
  return unit !== '' && text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text;
}

function readDecimal(text: string): Typed {
  const sign = /^[+-]?\s*/u.exec(text)?.[0] ?? '';
  const digits = text.slice(sign.length);
  if (/^[1-9]\d{0,2},\d{3}$/u.test(digits)) {
    const [whole = '', thousandth = ''] = digits.split(',');
    return {
      ok: false,
      words: `“${digits}” can be read in two ways: write ${whole}${thousandth} or ${whole}.${thousandth}.`,
    };
  }
  const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(digits) && !digits.startsWith('0');
  const pointed = grouped ? digits.replaceAll(',', '') : digits.replace(/^(\d*),(\d+)/u, '$1.$2');
  if (!/^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(pointed)) return notNumber(text);
  return finite(Number(pointed) * (sign.includes('-') ? -1 : 1));
}

const finite = (value: number): Typed =>
  Number.isFinite(value)
    ? { ok: true, value: value === 0 ? 0 : value }
    : { ok: false, words: 'That number is too large.' };

const notNumber = (text: string): Typed => ({
  ok: false,
  words: `“${shortened(text)}” is not a number. ${example}`,
});

const shortened = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);
