/**
 * The names that a cell finds without any cell defining them. They are the reader's vocabulary, not all that a
 * worker happens to have: `name`, `close` or `status` are free for variables.
 */

/** JavaScript's own. */
const language = `
  AggregateError Array ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError
  FinalizationRegistry Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array Intl JSON
  Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer String Symbol
  SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet
  decodeURI decodeURIComponent encodeURI encodeURIComponent eval globalThis isFinite isNaN parseFloat parseInt undefined
`;

/** What the worker keeps of the web platform (`src/library/realm.d.ts` types it). */
const platform = `
  AbortController AbortSignal DOMException Event EventTarget ImageData TextDecoder TextEncoder
  atob btoa clearInterval clearTimeout console crypto performance queueMicrotask setInterval setTimeout structuredClone
`;

/** What every cell has from the page (`src/library/cell-globals.d.ts` types it). */
const vocabulary = `input pause show tf training`;

const words = (text: string): string[] => text.trim().split(/\s+/);

export const languageNames: readonly string[] = words(language);
export const platformNames: readonly string[] = words(platform);
export const vocabularyNames: readonly string[] = words(vocabulary);

const all = new Set([...languageNames, ...platformNames, ...vocabularyNames]);
const given = new Set([...vocabularyNames, 'console']);

/** Is this name there without any cell defining it? */
export const isGlobal = (name: string): boolean => all.has(name);

/** Is it one of the course's own words rather than JavaScript's? */
export const isVocabulary = (name: string): boolean => given.has(name);
