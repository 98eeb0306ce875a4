import { expect, test } from 'vitest';
import { createRamp, toLab, toRgb, type Rgb } from '../../../src/figures/palette.ts';

const blue: Rgb = [0, 103, 163];

test('OKLab and back is the same colour', () => {
  for (const colour of [blue, [255, 255, 255], [0, 0, 0], [194, 77, 0]] as Rgb[])
    expect(toRgb(toLab(colour))).toEqual(colour);
});

test('a ramp begins and ends at its stops and darkens in equal steps between', () => {
  const ramp = createRamp([[255, 255, 255], blue]);
  expect(ramp(0)).toEqual([255, 255, 255]);
  expect(ramp(1)).toEqual(blue);
  const light = Array.from({ length: 11 }, (_, i) => toLab(ramp(i / 10))[0]);
  const steps = light.slice(1).map((value, i) => light[i]! - value);
  for (const step of steps) expect(step).toBeCloseTo((light[0]! - light[10]!) / 10, 1);
  expect(Math.min(...steps)).toBeGreaterThan(0);
});

test('numbers beyond 0 and 1 get the ends', () => {
  const ramp = createRamp([[255, 255, 255], blue]);
  expect([ramp(-5), ramp(7)]).toEqual([ramp(0), ramp(1)]);
});
