/** What "Winters and survivors" claims in words; its numbers are in `measured.test.ts`. */
import { describe, expect, test } from 'vitest';
import { lessonForAll, notPassed } from './lesson.ts';

const lesson = lessonForAll('winters');

interface Run {
  here: number;
  steps: number;
  hits: number;
}

describe('the cart', () => {
  test('reaches the goal in 50 of 50 rooms without a hit, on no shorter way than the shortest', async () => {
    const best = (await lesson.read('fifty', 'bestSteps')) as number[];
    expect(best).toHaveLength(50);
    for (const name of ['sharp', 'erring']) {
      const runs = (await lesson.read('fifty', name)) as Run[];
      expect(runs.map(({ here, hits }) => [here, hits])).toEqual(best.map(() => [19, 0]));
      runs.forEach(({ steps }, i) => expect(steps).toBeGreaterThanOrEqual(best[i]!));
    }
  });

  test('needs fewer steps with better eyes; with closed eyes nobody arrives', async () => {
    const rows = await lesson.table('fifty');
    const steps = rows.map((row) => Number(row['steps']));
    expect(steps[1]).toBeGreaterThan(steps[2]!);
    expect(steps[2]).toBeGreaterThan(steps[3]!);
    expect(await lesson.read('fifty', 'blind')).toBe(0);
  });

  test('80 of 400 squares are chairs', async () => {
    const room = (await lesson.read('room', 'ourRoom')) as boolean[];
    expect(room.filter(Boolean).length).toBeGreaterThanOrEqual(78);
    expect(room.filter(Boolean).length).toBeLessThanOrEqual(80);
  });

  test('the hunch saves most of the looking and finds an equally short way', async () => {
    const [aStar, none] = await lesson.table('hunch');
    expect(aStar!['steps']).toBe(none!['steps']);
    expect(Number(none!['looked'])).toBeGreaterThan(4 * Number(aStar!['looked']));
  });

  test('planning by votes, it believes in chairs that are not there, and forgets them', async () => {
    expect(await lesson.text('crossing')).toMatch(/0 chairs hit/u);
  });
});

describe('explanation-based learning', () => {
  test('keeps seven of twelve facts of one example, without colour or owner', async () => {
    const facts = (await lesson.read('theory', 'mug')) as string[][];
    expect(facts).toHaveLength(12);
    const rule = (await lesson.read('rule', 'rule')) as string[][];
    expect(rule).toHaveLength(7);
    const words = rule.flat();
    for (const idle of ['colour', 'owner', 'age', 'standsOn', 'pattern', 'blue', 'ann'])
      expect(words).not.toContain(idle);
    expect(words).not.toContain('mug1');
    expect(rule).toContainEqual(['handle', 'Ear']);
  });

  test('is right about twenty of twenty things; keeping everything, about ten', async () => {
    const table = await lesson.table('judge');
    expect(table.map((row) => row['right, of 20'])).toEqual(['20', '10']);
  });

  test('comparing examples takes several and ends as good', async () => {
    const scores = (await lesson.read('more-cups', 'scores')) as number[];
    expect(scores[0]).toBe(10);
    expect(scores.at(-1)).toBe(20);
    expect((await lesson.read('more-cups', 'cupsNeeded')) as number).toBeGreaterThan(2);
  });

  test('the theory calls the foam beaker a cup, the rule does not', async () => {
    const text = (await lesson.text('beaker')).replace(/\s+/gu, ' ');
    expect(text).toMatch(/eight rules true|true a cup, by the eight rules/u);
    expect(text).toMatch(/learned rule false|false a cup, by the learned rule/u);
  });
});

describe('knowledge and data', () => {
  test('400 messages of two classes', async () => {
    const mail = (await lesson.read('mail', 'mail')) as { isJunk: boolean }[];
    expect(mail).toHaveLength(400);
    expect(mail.filter(({ isJunk }) => isJunk)).toHaveLength(200);
  });

  test('in five years of five the retrained filter keeps 0.9 and the fixed rules stay below 0.75', async () => {
    const years = (await lesson.read('five-years', 'years')) as Record<string, number>[];
    expect(years).toHaveLength(5);
    for (const year of years) {
      expect(year['rules, at first']).toBeGreaterThan(0.85);
      expect(year['rules']).toBeLessThanOrEqual(0.75);
      expect(year['trained once']).toBeLessThan(year['trained again']! - 0.1);
      expect(year['trained again']).toBeGreaterThanOrEqual(0.9);
    }
  });

  test('at the drift every filter falls, and one recovers', async () => {
    const [rules, once, again] = (await lesson.read('drift', 'curves')) as number[][];
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    // Twenty-five messages each; the drift is before the fifth.
    for (const curve of [rules!, once!, again!])
      expect(mean(curve.slice(4, 5))).toBeLessThan(mean(curve.slice(0, 4)) - 0.08);
    for (const curve of [rules!, once!])
      expect(mean(curve.slice(8))).toBeLessThan(mean(curve.slice(0, 4)) - 0.1);
    expect(mean(again!.slice(8))).toBeGreaterThan(0.9);
  });
});

describe('the exercises tell the usual mistakes', () => {
  const failed = async (id: string, from: string, to: string) =>
    notPassed(await lesson.attempt(id, (text) => text.replace(from, to)));

  test.each([
    ['as the crow flies', 'Math.hypot(row - goalRow, column - goalColumn)'],
    ['the larger of the two', 'Math.max(row - goalRow, goalColumn - column)'],
    ['without the absolute value', 'row - goalRow + column - goalColumn'],
    ['twice as much', '2 * (row + goalColumn - column)'],
  ])('a hunch %s', async (_, guess) => {
    expect(await failed('heuristic', 'return 0', `return ${guess}`)).toContain('from the start: failed');
  });

  test.each([
    ['the total forgotten', '(count + 1) / total'],
    ['one more in all', '(count + 1) / (total + 1)'],
    ['the count forgotten', 'count / (total + vocabulary)'],
  ])('smoothing with %s', async (_, share) => {
    expect((await failed('laplace', 'count / total', share)).length).toBeGreaterThan(0);
  });
});

test('each prediction says what the run gave', async () => {
  const told = await lesson.page
    .locator('descent-prediction')
    .evaluateAll((all) => all.map(({ id, dataset }) => [id, dataset['state']]));
  const ids = ['thousand-times', 'detour', 'leaves', 'cups-needed', 'who-stays'];
  expect(told).toEqual(ids.map((id) => [id, 'shown']));
});
