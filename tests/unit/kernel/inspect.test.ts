import { describe, expect, it } from 'vitest';
import { inspect } from '../../../src/kernel/worker/inspect.ts';
import { limits } from '../../../src/kernel/protocol.ts';

const line = (value: unknown): string => inspect(value).text;

describe('the one line of a value', () => {
  it('holds the first parts of lists and objects', () => {
    expect(line([1, 2, 3])).toBe('Array(3) [1, 2, 3]');
    expect(line({ loss: 0.5, name: 'run' })).toBe("{loss: 0.5, name: 'run'}");
    expect(line(new Map([['a', 1]]))).toBe('Map(1) {a => 1}');
    expect(line(new Set([7]))).toBe('Set(1) {7}');
  });

  it('names parts that have parts of their own', () => {
    expect(line([[1, 2], { a: 1 }])).toBe('Array(2) [Array(2), {…}]');
  });

  it('says what is empty', () => {
    expect(line([])).toBe('[]');
    expect(line({})).toBe('{}');
  });

  it('prints float32 numbers with the digits that they have', () => {
    expect(line(new Float32Array([0.1, 1 / 3]))).toBe('Float32Array(2) [0.1, 0.33333334]');
  });

  it('breaks off in time', () => {
    const text = line(Array.from({ length: 1000 }, (_, i) => i));
    expect(text).toMatch(/^Array\(1000\) \[0, 1, .*, …\]$/);
    expect(text.length).toBeLessThan(120);
  });

  it('stays within the bounds that the page checks, whatever the names are', () => {
    const name = 'x'.repeat(3 * limits.text);
    const made = Object.create({ constructor: { [name]: () => 0 }[name] }) as { a: number };
    made.a = 1;
    expect(line(made).length).toBeLessThanOrEqual(limits.text);
  });

  it('never calls a getter and survives a Proxy that throws', () => {
    const traps = new Proxy(
      {},
      {
        getPrototypeOf: () => {
          throw new Error('no');
        },
      },
    );
    let called = false;
    const shown = inspect({
      get secret() {
        called = true;
        return 1;
      },
      traps,
    });
    expect(called).toBe(false);
    expect(shown.text).toContain('secret: [Getter]');
  });
});
