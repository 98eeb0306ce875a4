import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { schema, type NestedData } from '../../../src/figures/nested-data.ts';
import { circlesFor, heightOf, ringAt } from '../../../src/figures/nested-sizes.ts';
import {
  linesOf,
  longestRing,
  nestedTable,
  summarise,
  whereIs,
} from '../../../src/figures/nested-summary.ts';

const kinds: NestedData = {
  rings: [
    { label: 'numbers', text: 'All on a line.', only: 'one half' },
    {
      label: 'whole numbers',
      text: 'Those that have no fraction, below zero as well as above.',
      example: 'minus three.',
    },
    { label: 'counting numbers', text: 'Those one counts with.' },
  ],
};

describe('in words', () => {
  test('how many, and in which order', () => {
    expect(summarise(kinds)).toBe(
      '3 rings, each inside the one before: numbers, whole numbers, counting numbers.',
    );
  });

  test('a ring: what it is, what is around it and in it', () => {
    expect(kinds.rings.map((_, i) => whereIs(kinds, i))).toEqual([
      'the widest ring · holds whole numbers',
      'inside numbers · holds counting numbers',
      'inside whole numbers · holds no other',
    ]);
    expect(linesOf(kinds.rings[1]!)).toEqual([
      'Those that have no fraction, below zero as well as above.',
      'For example: minus three.',
    ]);
    expect(linesOf(kinds.rings[0]!)).toEqual(['All on a line.', 'In this ring only: one half.']);
    expect(longestRing(kinds)).toBe(kinds.rings[1]);
  });

  test('the table has a column for what there is', () => {
    expect(nestedTable(kinds).columns).toEqual(['ring', 'what it is', 'for example', 'only here']);
    expect(nestedTable(kinds).rows[1]).toEqual([
      'whole numbers',
      'Those that have no fraction, below zero as well as above.',
      'minus three.',
      '',
    ]);
    const bare = { rings: kinds.rings.map(({ label, text }) => ({ label, text })) };
    expect(nestedTable(bare).columns).toEqual(['ring', 'what it is']);
  });
});

describe.each([312, 656])('at %i pixels', (width) => {
  test.each([2, 3, 4, 5])('%i rings lie within each other, each with room for its name', (count) => {
    const circles = circlesFor(count, width);
    expect(circles).toHaveLength(count);
    circles.forEach(({ x, y, r, nameAt }, i) => {
      const inner = circles[i + 1];
      expect(x - r).toBeGreaterThanOrEqual(0);
      expect(x + r).toBeLessThanOrEqual(width);
      expect(nameAt - 8).toBeGreaterThan(y - r);
      if (!inner) return;
      expect(Math.hypot(x - inner.x, y - inner.y) + inner.r).toBeLessThan(r);
      expect(nameAt + 6).toBeLessThan(inner.y - inner.r);
    });
    expect(circles[0]!.y + circles[0]!.r + 2).toBeCloseTo(Math.min(heightOf(count), width), 6);
  });

  test('a point is in the innermost ring around it', () => {
    const circles = circlesFor(3, width);
    circles.forEach(({ x, nameAt }, i) => expect(ringAt(circles, x, nameAt)).toBe(i));
    expect(ringAt(circles, 0, 0)).toBe(-1);
  });
});

test.each<[string, object, string]>([
  ['a single ring', { rings: kinds.rings.slice(0, 1) }, 'rings'],
  ['six rings', { rings: [...kinds.rings, ...kinds.rings] }, 'rings'],
  ['a name that does not fit', { rings: [kinds.rings[0], { label: 'a'.repeat(27), text: '' }] }, 'rings'],
  ['a ring that there is not', { chosen: 3 }, 'chosen'],
  ['a link', { rings: [kinds.rings[0], { label: 'a', text: '', href: 'https://example.org' }] }, 'rings'],
])('the schema refuses %s', (_, more, path) => {
  expect(z.safeParse(schema, kinds).success).toBe(true);
  expect(z.safeParse(schema, { ...kinds, ...more }).error?.issues[0]?.path[0]).toBe(path);
});
