import { describe, expect, test } from 'vitest';
import { readCurve, readNumber, readPick, readPoint } from '../../../src/learning/prediction.ts';
import {
  emptySketch,
  gaps,
  heightAt,
  heightOn,
  nearestSample,
  readSketch,
  sampleAt,
  sampleCount,
  stroke,
  whole,
  withHandle,
} from '../../../src/learning/prediction-sketch.ts';
import { curveWords, numberWords, pickWords, pointWords } from '../../../src/elements/prediction/words.ts';

const faultOf = (reading: { ok: boolean; fault?: string }) => (reading.ok ? null : reading.fault);

describe('what the run gave', () => {
  test('a number is a number', () => {
    expect(readNumber(3)).toEqual({ ok: true, value: 3 });
    expect(faultOf(readNumber('3'))).toBe('is a text, not a number');
    expect(faultOf(readNumber(null))).toMatch(/nothing/);
    expect(faultOf(readNumber([1]))).toMatch(/a list/);
  });

  test('a pick is one of the choices, whatever its case', () => {
    expect(readPick('Adam', ['sgd', 'adam'])).toEqual({ ok: true, value: 'adam' });
    expect(readPick(10, ['10', '100'])).toEqual({ ok: true, value: '10' });
    expect(faultOf(readPick('rmsprop', ['sgd', 'adam']))).toMatch(/“rmsprop”, which is none/);
    expect(faultOf(readPick('x'.repeat(500), ['sgd']))?.length).toBeLessThan(150);
    expect(faultOf(readPick({}, ['sgd']))).toMatch(/an object/);
  });

  test('a point is a pair or x and y, and finite', () => {
    expect(readPoint([1, -2])).toEqual({ ok: true, value: [1, -2] });
    expect(readPoint({ x: 1, y: -2 })).toEqual({ ok: true, value: [1, -2] });
    expect(faultOf(readPoint([1]))).toMatch(/not a point/);
    expect(faultOf(readPoint([1, NaN]))).toMatch(/no place/);
  });

  test('a curve is heights, pairs or two lists', () => {
    const pairs = [
      [0, 1],
      [5, 2],
      [10, 3],
    ];
    expect(readCurve([1, 2, 3], [0, 10])).toEqual({ ok: true, value: pairs });
    expect(readCurve(pairs, [0, 10])).toEqual({ ok: true, value: pairs });
    expect(readCurve({ x: [10, 0, 5], y: [3, 1, 2] }, [0, 10])).toEqual({ ok: true, value: pairs });
  });

  test('a curve that is none is told, and a long one is thinned', () => {
    expect(faultOf(readCurve(['1'], [0, 1]))).toMatch(/not a list of numbers/);
    expect(faultOf(readCurve([[1, 2, 3]], [0, 1]))).toMatch(/not a list/);
    expect(faultOf(readCurve({ x: [1], y: [] }, [0, 1]))).toMatch(/an object/);
    expect(faultOf(readCurve([], [0, 1]))).toMatch(/no finite number/);
    expect(faultOf(readCurve([NaN, Infinity], [0, 1]))).toMatch(/no finite number/);
    const long = readCurve(
      Array.from({ length: 60_000 }, (_, i) => i),
      [0, 1],
    );
    expect(long.ok && long.value.length).toBeLessThanOrEqual(5_001);
    expect(long.ok && long.value.at(-1)).toEqual([1, 59_999]);
  });
});

describe('a sketch', () => {
  test('a stroke draws what lies between, either way, and leaves the rest', () => {
    const drawn = stroke(emptySketch, [4, 2], [0, 0]);
    expect(drawn.slice(0, 6)).toEqual([0, 0.5, 1, 1.5, 2, null]);
    expect(stroke(drawn, [2, 9], [2, 9])[2]).toBe(9);
  });

  test('a handle pulls the curve between its drawn neighbours', () => {
    const two = withHandle(withHandle(emptySketch, 0, 0), 1, 4);
    expect(two.slice(0, 6)).toEqual([0, 1, 2, 3, 4, null]);
    expect(withHandle(two, 0, 8).slice(0, 5)).toEqual([8, 7, 6, 5, 4]);
  });

  test('a handle begins at the nearest height drawn, else in the middle', () => {
    expect(heightAt(emptySketch, 3, [0, 2])).toBe(1);
    expect(heightAt(withHandle(emptySketch, 0, 0.25), 3, [0, 2])).toBe(0.25);
  });

  test('the whole bridges gaps and goes on level; nothing drawn is no guess', () => {
    expect(whole(emptySketch)).toBeNull();
    const full = whole(withHandle(withHandle(emptySketch, 1, 1), 3, 3));
    expect(full).toHaveLength(sampleCount);
    expect([full?.[0], full?.[8], full?.[32]]).toEqual([1, 2, 3]);
  });

  test('samples lie on the axis', () => {
    expect(sampleAt(32, [0, 50])).toBe(50);
    expect(nearestSample(24, [0, 50])).toBe(15);
    expect(nearestSample(-9, [0, 50])).toBe(0);
  });

  test('what was kept is read within bounds or not at all', () => {
    const kept = Array.from({ length: sampleCount }, () => 5);
    expect(readSketch(kept, [0, 2])).toEqual(kept.map(() => 2));
    expect(readSketch(kept.slice(1), [0, 2])).toBeNull();
    expect(readSketch([...kept.slice(1), 'x'], [0, 2])).toBeNull();
    expect(readSketch('a curve', [0, 2])).toBeNull();
  });

  test('heights on a curve, and how far it is from a guess', () => {
    expect(
      heightOn(
        [
          [0, 0],
          [2, 4],
        ],
        1,
      ),
    ).toBe(2);
    expect(
      heightOn(
        [
          [0, 0],
          [2, 4],
        ],
        9,
      ),
    ).toBe(4);
    const guess = Array.from({ length: sampleCount }, () => 1);
    const found = gaps(
      guess,
      [
        [0, 1],
        [5, 3],
      ],
      [0, 10],
    );
    expect(found.at(-1)).toEqual({ x: 5, by: 2 });
  });
});

describe('in words', () => {
  const metres = { unit: 'm', within: 0.5 };
  test('a number', () => {
    expect(numberWords(4, 3.64, metres)).toBe(
      'You guessed 4\u00A0m, the run gave 3.64\u00A0m: close, 0.36\u00A0m too high.',
    );
    expect(numberWords(3, 4, metres)).toMatch(/: 1\u00A0m too low\.$/);
    expect(numberWords(3, 3, metres)).toMatch(/just that/);
    expect(numberWords(10, 2, metres)).toMatch(/your guess is about 5 times the run/);
    expect(numberWords(2, 10, metres)).toMatch(/the run is about 5 times your guess/);
    expect(numberWords(2, 0, metres)).toMatch(/2\u00A0m too high/);
    expect(numberWords(0, 7, metres)).toMatch(/7\u00A0m too low/);
    expect(numberWords(2, NaN, metres)).toMatch(/gave NaN/);
    expect(numberWords(null, 2, metres)).toMatch(/^No guess this time, and that is fine\. The run gave 2/);
  });

  test('a year, without groups and with years between', () => {
    const year = { unit: 'year', within: 5 };
    expect(numberWords(1950, 1943, year)).toBe('You guessed 1950, the run gave 1943: 7 years too late.');
    expect(numberWords(1942, 1943, year)).toMatch(/: close, 1 year too early\.$/);
    expect(numberWords(1943, 1943, year)).toMatch(/1943: just that/);
    expect(numberWords(null, 1943, year)).toMatch(/gave 1943\.$/);
  });

  test('a pick that is a sentence has one stop', () => {
    expect(pickWords(null, 'Go on.')).toMatch(/ It is Go on\.$/);
    expect(pickWords('Go on.', 'Why?')).toBe('You guessed Go on; it is Why?');
    expect(pickWords('Go on.', 'Go on.')).toBe('It is Go on, as you guessed.');
  });

  test('a pick, a place and a curve', () => {
    const plane = { xLabel: 'x', yLabel: 'y', within: 1 };
    expect(pickWords('sgd', 'adam')).toBe('You guessed sgd; it is adam.');
    expect(pickWords('adam', 'adam')).toMatch(/as you guessed/);
    expect(pointWords([0, 0], [3, 4], plane)).toMatch(/x 3, y 4: 5 away/);
    expect(pointWords([0, 0], [0, 0.5], plane)).toMatch(/close, 0\.5 away/);
    const loss = { x: [0, 10], xLabel: 'epoch', yLabel: 'loss' } as const;
    const guess = Array.from({ length: sampleCount }, () => 1);
    expect(
      curveWords(
        guess,
        [
          [0, 3],
          [10, 1],
        ],
        loss,
      ),
    ).toBe(
      'In the run, loss falls from 3 at epoch 0 to 1 at epoch 10. It is furthest from your curve at epoch 0: 2 above it.',
    );
    expect(
      curveWords(
        null,
        [
          [0, 3],
          [10, 1],
        ],
        loss,
      ),
    ).toMatch(/^No guess/);
  });
});
