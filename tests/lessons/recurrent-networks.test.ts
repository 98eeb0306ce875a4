/** What "Recurrent networks, word by word" claims in words; its numbers are in `measured.test.ts`. */
import { describe, expect, test } from 'vitest';
import { lessonForAll } from './lesson.ts';

const lesson = lessonForAll('recurrent-networks', { gpu: true });

const numbers = async (cell: string, path: string) => (await lesson.read(cell, path)) as number[];
describe('the guesser', () => {
  test.each([4, 1, 2, 3])(
    'goes on after "do you want a", and the state holds on to "do", with seed %i',
    async (seed) => {
      await lesson.set('train', 'seed', seed);
      for (const cell of ['train', 'by-hand', 'states', 'guess', 'contest', 'early-word', 'fading'])
        expect(await lesson.run(cell)).toBe('done');
      expect(await lesson.read('contest', 'treatsByNet')).toBeGreaterThanOrEqual(0.9);
      const [pairs, lastWord, all, rules] = (await lesson.table('contest')).map((row) => ({
        perplexity: Number(row['perplexity']),
        treat: Number(row['treat']),
        marks: [Number(row['? after do']), Number(row['? after yes'])],
      }));
      expect(all!.perplexity).toBeLessThan(4);
      expect(all!.perplexity).toBeLessThan(2.15);
      expect(rules!.perplexity).toBeLessThan(all!.perplexity);
      expect(all!.marks[0]).toBeGreaterThan(0.8);
      expect(all!.marks[1]).toBeLessThan(0.2);
      // The controls know half of it.
      for (const control of [pairs!, lastWord!]) {
        expect(control.perplexity).toBeCloseTo(2.53, 1);
        expect(control.treat).toBeCloseTo(0.48, 1);
        for (const mark of control.marks) expect(mark).toBeCloseTo(0.5, 1);
      }
      // An earlier word changes the state, and one that matters more than one that does not.
      const [first, second] = [
        await lesson.read('early-word', 'firstTrace'),
        await lesson.read('early-word', 'secondTrace'),
      ];
      expect(first).toBeGreaterThan(1);
      expect(first).toBeGreaterThan(2 * (second as number));
      for (const few of [0, 1, 2]) {
        expect((await numbers('fading', 'manyDo'))[few]).toBeGreaterThan(0.8);
        expect((await numbers('fading', 'manyYes'))[few]).toBeLessThan(0.2);
      }
    },
  );

  test('by hand comes to the states of tf.layers.simpleRNN', async () => {
    expect(await lesson.read('states', 'largestGap')).toBeLessThan(1e-5);
  });

  test('learns the noun long before the mark', async () => {
    const curve = (await lesson.read('train', 'markAfterYes')) as [number, number][];
    const at = (step: number) => curve.find(([x]) => x === step)![1];
    // The first point is what the network says before its training, near one in eighteen.
    expect(at(0)).not.toBe(1 / 18);
    expect(Math.abs(at(0) - 1 / 18)).toBeLessThan(0.02);
    expect(at(12)).toBeGreaterThan(0.3);
    expect(at(160)).toBeLessThan(0.1);
  });

  test('trains on the software WebGPU adapter, for a few steps', { timeout: 420_000 }, async () => {
    const onGpu = await lesson.another('webgpu');
    await onGpu.page
      .locator('descent-cell#train')
      .getByRole('button', { name: 'Run', exact: true })
      .evaluate((button) => {
        (button as HTMLButtonElement).click();
      });
    // The first step takes a minute where many others are at work; the first answers come after four.
    const shown = await onGpu.page.waitForFunction(
      () => /treat\s+(0\.\d+)/u.exec(document.getElementById('train')?.innerText ?? '')?.[1],
      undefined,
      { timeout: 300_000 },
    );
    expect(await onGpu.page.evaluate(() => document.documentElement.dataset['backend'])).toBe('webgpu');
    const treat = Number(await shown.jsonValue());
    expect(treat).toBeGreaterThan(0.15);
    expect(treat).toBeLessThan(1);
    await onGpu.close();
  });
});

describe('a reader', () => {
  test('sees the state grow word by word', async () => {
    expect(await lesson.text('reading')).toMatch(/highest 0\.\d+ at (do|yes)/u);
    await lesson.enter('reading', 'words read', 3);
    expect(await lesson.text('reading')).toMatch(/highest (0\.9\d*|1) at a\b/u);
    await lesson.enter('reading', 'words read', 4);
    expect(await lesson.text('reading')).toMatch(/at (coffee|drink|burger)/u);
  });

  test('is told of words that the network does not know', async () => {
    const box = lesson.page.locator('descent-cell#your-words').getByRole('textbox').last();
    await box.fill('do you want a tea');
    await lesson.page.waitForFunction(() =>
      /does not know tea/u.test(document.getElementById('your-words')?.innerText ?? ''),
    );
  });
});

test('one number latches above 1 and fades below, and its slope fades in both', async () => {
  await lesson.enter('one-number', 'U', 1.3);
  expect(await lesson.read('one-number', 'leftOver')).toBeGreaterThan(1);
  await lesson.enter('one-number', 'U', 0.5);
  expect(await lesson.read('one-number', 'leftOver')).toBeLessThan(1e-4);
  for (const [U, most] of [
    [0.8, 0.02],
    [1.1, 0.1],
    [1.4, 1e-4],
  ] as const) {
    await lesson.enter('nudge', 'U of one number', U);
    expect(await lesson.read('nudge', 'left')).toBeLessThan(most);
  }
});

interface Report {
  report: string;
  name: string;
  move: string;
  percent: string;
  right: boolean;
}
const reports = async () => (await lesson.read('facts', 'written')) as Report[];

test('the writer is fluent, and right about as often as luck has it', async () => {
  const written = await reports();
  const fluent = written.filter(({ report }) =>
    /^(acorn|birch|cedar|dune) (climbs|gains|is up|drops|loses|is down) by [1-9] percent \.$/u.test(report),
  );
  expect(fluent.length / written.length).toBeGreaterThan(0.95);
  const ups = written.filter(({ report, move }) => /climbs|gains|up/u.test(report) === (move === 'up'));
  expect(ups.length / written.length).toBeGreaterThan(0.95);
  expect(await lesson.read('facts', 'truth')).toBeLessThan(0.1);
});

test('a report in the wrong direction is not true, even with the right company and number', async () => {
  await lesson.page.locator('descent-cell#facts').evaluate((element) => {
    const box = element as unknown as { source: string };
    box.source = box.source.replace('write(row.move)', "write('up')");
  });
  expect(await lesson.run('facts')).toBe('done');
  const fell = (await reports()).filter(({ move }) => move === 'down');
  const otherwiseRight = fell.filter(
    ({ report, name, percent }) => report.startsWith(name) && report.includes(` ${percent} `),
  );
  expect(otherwiseRight.length).toBeGreaterThan(0);
  for (const { right } of otherwiseRight) expect(right).toBe(false);
});

test('what learns has less than half of the naive error, and the network no less than the weighted sum', async () => {
  const rows = await lesson.table('forecast');
  const share = (name: string) => Number(rows.find(({ forecast }) => forecast === name)?.['of naive']);
  expect(share('weighted sum')).toBeLessThan(0.5);
  expect(share('recurrent network')).toBeLessThan(0.5);
  expect(share('recurrent network') / share('weighted sum')).toBeGreaterThan(0.75);
});

describe('the exercises tell the usual mistakes', () => {
  test.each([
    ['rnn-step', 'a forgotten bias', (text: string) => text.replace(' + bias)', ')'), 'the bias alone'],
    ['rnn-step', 'a forgotten bend', (text: string) => text.replace('Math.tanh', ''), 'a word alone'],
    [
      'rnn-step',
      'a forgotten state',
      (text: string) => text.replace('fromState[j] + ', ''),
      'the old state alone',
    ],
    [
      'rnn-step',
      'W for U',
      (text: string) => text.replace('times(U, h)', 'times(W, h)'),
      'the old state alone',
    ],
    [
      'true-report',
      'the later price below',
      (text: string) => text.replace('/ row.earlier', '/ row.now'),
      'a price that fell',
    ],
    [
      'true-report',
      'a sign left',
      (text: string) => text.replace('Math.abs(change)', 'change'),
      'a price that fell',
    ],
    [
      'true-report',
      'only one name',
      (text: string) => text.replace("replaceAll('(name)'", "replace('(name)'"),
      'a name that stands there twice',
    ],
    [
      'true-report',
      'no digit',
      (text: string) => text.replace('toFixed(1)', 'toFixed(0)'),
      'no report misstates its number',
    ],
    [
      'autoregression',
      'a plus for the minus',
      (text: string) => text.replace('w[i] -= ', 'w[i] += '),
      'one move, by hand',
    ],
    [
      'autoregression',
      'a forgotten value',
      (text: string) => text.replace('rate * error * value', 'rate * error'),
      'one move, by hand',
    ],
    [
      'autoregression',
      'a forgotten rate',
      (text: string) => text.replace('rate * error', 'error'),
      'one move, by hand',
    ],
  ])('%s with %s', async (id, _, change, told) => {
    const tests = await lesson.attempt(id, change, 'solution');
    expect(tests).toContain(`${told}: failed`);
  });
});
