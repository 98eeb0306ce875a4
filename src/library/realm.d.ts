/**
 * What cells have besides JavaScript itself: the part of the web platform that the worker keeps. The names are those
 * of `src/language/globals.ts`; a test holds the two together.
 */

interface Console {
  /** Shows values below the cell. */
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  /** Shows values below the cell, marked as a warning. */
  warn(...values: unknown[]): void;
  /** Shows values below the cell, marked as an error. */
  error(...values: unknown[]): void;
}
declare const console: Console;

/** Calls back once, after so many milliseconds. Returns the number that `clearTimeout` takes. */
declare function setTimeout<A extends unknown[]>(
  callback: (...args: A) => void,
  ms?: number,
  ...args: A
): number;
declare function clearTimeout(id: number | undefined): void;
/** Calls back again and again. Returns the number that `clearInterval` takes. */
declare function setInterval<A extends unknown[]>(
  callback: (...args: A) => void,
  ms?: number,
  ...args: A
): number;
declare function clearInterval(id: number | undefined): void;
declare function queueMicrotask(callback: () => void): void;

interface Performance {
  /** Milliseconds since the kernel started, with fractions. */
  now(): number;
  readonly timeOrigin: number;
}
declare const performance: Performance;

/** A deep copy of plain data. */
declare function structuredClone<T>(value: T): T;

/** Text to base64 and back; characters up to U+00FF only. */
declare function btoa(text: string): string;
declare function atob(text: string): string;

interface Crypto {
  /** Fills the array with numbers that no seed repeats. */
  getRandomValues<T extends ArrayBufferView>(array: T): T;
  randomUUID(): string;
}
declare const crypto: Crypto;

interface TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}
declare const TextEncoder: { prototype: TextEncoder; new (): TextEncoder };
interface TextDecoder {
  decode(bytes?: ArrayBuffer | ArrayBufferView): string;
}
declare const TextDecoder: {
  prototype: TextDecoder;
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
};

interface Event {
  readonly type: string;
  readonly target: EventTarget | null;
}
declare const Event: { prototype: Event; new (type: string): Event };
interface EventTarget {
  addEventListener(type: string, listener: (event: Event) => void, options?: { once?: boolean }): void;
  removeEventListener(type: string, listener: (event: Event) => void): void;
  dispatchEvent(event: Event): boolean;
}
declare const EventTarget: { prototype: EventTarget; new (): EventTarget };

interface AbortSignal extends EventTarget {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}
declare const AbortSignal: {
  prototype: AbortSignal;
  abort(reason?: unknown): AbortSignal;
  timeout(ms: number): AbortSignal;
  any(signals: AbortSignal[]): AbortSignal;
};
interface AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}
declare const AbortController: { prototype: AbortController; new (): AbortController };

interface DOMException extends Error {
  readonly code: number;
}
declare const DOMException: {
  prototype: DOMException;
  new (message?: string, name?: string): DOMException;
};

/** A picture: red, green, blue and opacity of each pixel, row by row, 0 to 255. */
interface ImageData {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}
declare const ImageData: {
  prototype: ImageData;
  new (width: number, height: number): ImageData;
  new (data: Uint8ClampedArray, width: number, height?: number): ImageData;
};
