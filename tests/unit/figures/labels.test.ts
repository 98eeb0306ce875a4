import { expect, test } from 'vitest';
import { placeLabels, sample, type Box, type Point } from '../../../src/figures/labels.ts';

const frame: Box = { left: 0, top: 0, right: 400, bottom: 200 };
const line = (y: number): Point[] => Array.from({ length: 41 }, (_, i) => [i * 10, y]);
const hides = ({ box }: { box: Box }, dots: readonly Point[]) =>
  dots.filter(([x, y]) => x > box.left && x < box.right && y > box.top && y < box.bottom).length;

test('a label stands near the end of its line, inside the picture, hiding nothing', () => {
  const lines = [line(60), line(140)];
  const places = placeLabels(
    lines.map((points, i) => ({ text: `line ${i}`, line: points })),
    lines,
    frame,
  );
  for (const place of places) {
    expect(hides(place, lines.flat())).toBe(0);
    expect(place.box.right).toBeLessThanOrEqual(400);
    expect(place.x).toBeGreaterThan(300);
  }
});

test('labels of lines that end together do not cover each other', () => {
  const lines = [line(100), line(102), line(104)];
  const boxes = placeLabels(
    lines.map((points) => ({ text: 'a long label', line: points })),
    lines,
    frame,
  ).map(({ box }) => box);
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1))
      expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
  });
});

test('a line without points still gets its label inside the picture', () => {
  const [place] = placeLabels([{ text: 'none', line: [] }], [], frame);
  expect(place!.box.left).toBeGreaterThanOrEqual(0);
});

test('sampling keeps the distance however long a segment is', () => {
  const dots = sample(
    [
      [0, 0],
      [100, 0],
    ],
    5,
  );
  expect(dots).toHaveLength(21);
});
