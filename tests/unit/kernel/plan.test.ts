import { describe, expect, test } from 'vitest';
import { createLedger } from '../../../src/kernel/worker/ledger.ts';
import { plan, providers } from '../../../src/kernel/worker/plan.ts';

const cell = (id: string, defines: string[], needs: string[], source = id, fixed = false) => ({
  ...{ id, defines, needs, source, fixed },
});

describe('providers', () => {
  test('are the nearest above, else the nearest below', () => {
    const cells = [
      cell('a', ['x'], []),
      cell('b', ['x'], []),
      cell('use', [], ['x', 'y']),
      cell('c', ['y'], []),
      cell('d', ['y'], []),
    ];
    expect(providers('use', cells)).toEqual(['b', 'c']);
  });
});

describe('plan', () => {
  const cells = [
    cell('a', ['x'], []),
    cell('b', ['y'], ['x']),
    cell('c', ['z'], []),
    cell('d', [], ['y', 'z']),
  ];

  test('is what is needed, in order, the cell itself last', () => {
    expect(plan('d', cells, () => false)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('leaves out what is fresh, never the cell itself', () => {
    expect(plan('d', cells, (id) => id === 'a' || id === 'd')).toEqual(['b', 'c', 'd']);
  });

  test('cuts circles', () => {
    const circle = [cell('a', ['x'], ['y']), cell('b', ['y'], ['x'])];
    expect(plan('b', circle, () => false)).toEqual(['a', 'b']);
  });
});

describe('ledger', () => {
  function lesson() {
    const cells = [cell('a', ['x'], []), cell('b', ['y'], ['x']), cell('c', [], ['y'])];
    const entered = new Map<string, unknown>();
    const ledger = createLedger({ cells: () => cells, entered: (id, name) => entered.get(`${id}/${name}`) });
    const run = (id: string, inputs = new Map<string, unknown>()) => {
      ledger.begin(id);
      ledger.end(id, { usable: true, inputs });
    };
    return { cells, entered, ledger, run };
  }

  test('a changed text makes all that follows stale', () => {
    const { cells, ledger, run } = lesson();
    ['a', 'b', 'c'].forEach((id) => run(id));
    expect(ledger.stale()).toEqual([]);
    cells[0]!.source = 'other';
    expect(ledger.stale()).toEqual(['a', 'b', 'c']);
    run('a');
    expect(ledger.stale()).toEqual(['b', 'c']);
  });

  test('a changed input counts only where the cell asks for it', () => {
    const { entered, ledger, run } = lesson();
    run('a', new Map([['rate', undefined]]));
    run('b');
    entered.set('b/rate', 1);
    expect(ledger.stale()).toEqual([]);
    entered.set('a/rate', 1);
    expect(ledger.stale()).toEqual(['a', 'b']);
  });

  test('another run of what it needs makes a cell stale; a failed one is not fresh', () => {
    const { ledger, run } = lesson();
    run('a');
    run('b');
    run('a');
    expect(ledger.stale()).toEqual(['b']);
    ledger.begin('b');
    ledger.end('b', { usable: false, inputs: new Map() });
    expect(ledger.isFresh('b')).toBe(false);
    expect(ledger.stale()).toEqual([]);
  });

  test('another run of a cell of functions makes nothing stale, unless its text or what it needs is another', () => {
    const { cells, ledger, run } = lesson();
    cells[1] = cell('b', ['y'], ['x'], 'b', true);
    ['a', 'b', 'c', 'b'].forEach((id) => run(id));
    expect(ledger.stale()).toEqual([]);
    run('a');
    expect(ledger.stale()).toEqual(['b', 'c']);
    run('b');
    expect(ledger.stale()).toEqual(['c']);
    run('c');
    cells[1] = cell('b', ['y'], ['x'], 'other', true);
    run('b');
    expect(ledger.stale()).toEqual(['c']);
  });

  test('a new seed spoils everything that ran', () => {
    const { ledger, run } = lesson();
    run('a');
    ledger.spoil();
    expect(ledger.stale()).toEqual(['a']);
  });
});
