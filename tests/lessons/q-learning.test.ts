/** What "Rewards, Q-learning, SARSA" claims in words; its numbers are in `measured.test.ts`. */
import { expect, test } from 'vitest';
import { lessonForAll } from './lesson.ts';

const lesson = lessonForAll('q-learning');

const numbers = async (cell: string, path: string) => (await lesson.read(cell, path)) as number[];

test('in the small world every entry comes within 0.05 of value iteration', async () => {
  const exact = (await lesson.read('planning', 'exact')) as number[][];
  const learned = (await lesson.read('small', 'learned')) as number[][];
  const errors = exact.flatMap((row, s) => row.map((value, a) => Math.abs(value - learned[s]![a]!)));
  expect(Math.max(...errors)).toBeLessThan(0.05);
  expect(Math.max(...exact[12]!)).toBe(-6);
});

test('five Q-learners know the best way, and SARSA earns over 10 more online in each pair', async () => {
  const careers = (await lesson.read('compare', 'qFive')) as { greedy: number }[];
  expect(careers.map(({ greedy }) => greedy)).toEqual([-13, -13, -13, -13, -13]);
  const lead = await numbers('compare', 'lead');
  expect(lead).toHaveLength(5);
  expect(Math.min(...lead)).toBeGreaterThan(10);
});

test('beside the cliff Q-learning would go on, and SARSA away', async () => {
  const best = async (name: string) => {
    const values = (await lesson.table('edge')).map((row) => Number(row[name]));
    return ['up', 'right', 'down', 'left'][values.indexOf(Math.max(...values))];
  };
  expect(await best('Q-learning')).toBe('right');
  expect(await best('SARSA')).toBe('up');
});

test('without exploration both earn −13, and the more of it the further they part', async () => {
  const [byQ, bySarsa] = [await numbers('epsilons', 'byQ'), await numbers('epsilons', 'bySarsa')];
  expect([byQ[0], bySarsa[0]]).toEqual([-13, -13]);
  const gaps = bySarsa.map((value, i) => value - byQ[i]!);
  for (const i of [2, 3, 4]) expect(gaps[i]).toBeGreaterThan(gaps[i - 1]!);
});

test('a patient walker tells the ways apart and an impatient one hardly', async () => {
  const returns = async () => (await lesson.table('discount')).map((row) => Number(row['return']));
  expect(await returns()).toEqual([-13, -15, -17]);
  await lesson.enter('discount', 'γ', 0.5);
  for (const value of await returns()) expect(value).toBeCloseTo(-2, 2);
});

test('on a map that was typed, Q-learning goes straight to the goal, and SARSA can be asked as well', async () => {
  expect(await lesson.read('your-world', 'known.total')).toBe(-4);
  await lesson.page.locator('#your-world').getByLabel('SARSA').check();
  await expect
    .poll(() => lesson.read('your-world', 'learner').catch(() => ''), { timeout: 30_000 })
    .toBe('SARSA');
});

test.each([
  ['S..,.', 'rows of the same length'],
  ['.... ...G', 'one S'],
  ['S#G ..#', 'no way leads from S to G'],
  ['S?G', "knows no '?'"],
  ['', 'at least one sign'],
  ['S' + '.'.repeat(20) + 'G', 'at most 20 rows of 20 squares'],
])('the map “%s” is answered with a reason', async (map, reason) => {
  await lesson.page.locator('#your-world').getByRole('textbox', { name: 'your map' }).fill(map);
  await expect.poll(() => lesson.text('your-world'), { timeout: 30_000 }).toContain(reason);
});
