/** What "1943–1967: logic, games, names, perceptrons" claims in words; its numbers are in `measured.test.ts`. */
import { describe, expect, test } from 'vitest';
import { lessonForAll, notPassed } from './lesson.ts';

const lesson = lessonForAll('beginnings');

interface Exchange {
  said: string;
  rule: number;
  reply: string;
}

const exchanges = async (cell: string, name: string): Promise<Exchange[]> =>
  (await lesson.read(cell, name)) as Exchange[];

describe('the talker', () => {
  test('has twelve rules, and gives six lines their six replies, each by a rule of its own', async () => {
    expect(await lesson.read('rules', 'rules.length')).toBe(12);
    expect((await exchanges('script', 'talk')).map(({ rule, reply }) => [rule, reply])).toEqual([
      [1, 'Hello. What is on your mind?'],
      [5, 'How long have you been tired of your work?'],
      [10, 'Can you give an example?'],
      [3, 'Tell me about your brother.'],
      [6, 'Do you often feel alone because of him?'],
      [2, 'Do machines worry you?'],
    ]);
  });

  test('falls back where no rule fits', async () => {
    expect(await lesson.read('script', 'stranger')).toEqual({ rule: 0, reply: 'Please go on.' });
  });

  test('answers nonsense by the same rules, and loses most lines from elsewhere', async () => {
    const rulesOf = async (cell: string, name: string) =>
      (await exchanges(cell, name)).map(({ rule }) => rule);
    expect(await rulesOf('nonsense', 'again')).toEqual(await rulesOf('script', 'talk'));
    expect(await lesson.text('nonsense')).toContain('How long have you been blorp of your zindle?');
    expect(await lesson.read('strangers', 'goOns')).toBeGreaterThan(5);
  });

  test.each([
    ['', 'Please go on.'],
    ['???', 'Why do you ask?'],
    ['I AM SAD!!!', 'How long have you been sad?'],
    ['I want $1 and $& and constructor.', 'What would change if you got $1 and $& and constructor?'],
    ['You are like my machine.', 'Do machines worry you?'],
  ])('hears %o', async (said, reply) => {
    await lesson.page.locator('descent-cell#talk textarea').fill(said);
    await expect.poll(() => lesson.text('talk')).toContain(reply);
  });

  test('what the text says of other orders: the plain rule for my at the top takes two of the six', async () => {
    const before = await exchanges('script', 'talk');
    expect(before.filter(({ said }) => /\bmy\b/iu.test(said))).toHaveLength(2);
  });
});

test('each prediction says what the run gave, a year as a year', async () => {
  const told = await lesson.page
    .locator('descent-prediction')
    .evaluateAll((all) => all.map(({ id, dataset }) => [id, dataset['state']]));
  const ids = ['guess-neurons', 'guess-neighbours', 'guess-learning', 'which-rule', 'how-many-same'];
  expect(told).toEqual(ids.map((id) => [id, 'shown']));
  expect(await lesson.page.locator('#guess-neurons').innerText()).toContain('The run gave 1943.');
});

test('the timeline has the twenty classic milestones, and the six of this lesson as entries', async () => {
  const figure = lesson.page.locator('#history');
  await figure.scrollIntoViewIfNeeded();
  await figure.getByLabel('Show').selectOption('classic milestones');
  expect(await figure.locator('.figure-summary').innerText()).toContain(
    '20 events of “classic milestones” from 1943',
  );
  expect(await lesson.page.locator('section.entry[data-kind=milestone]').count()).toBe(6);
  expect(await lesson.page.locator('#check-yourself-eight-cards, [id*=eight-cards]').count()).toBeGreaterThan(
    0,
  );
});

test('between 1960 and 2009 the lane of hardware has no network', async () => {
  const figure = lesson.page.locator('#history');
  await figure.getByLabel('Show').selectOption('networks');
  const rows = await figure
    .locator('.timeline-table tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map(({ textContent }) => textContent)));
  const years = rows
    .filter(([, what, lane]) => lane === 'hardware' && /SNARC|Mark I|ADALINE|GPU|TPU/u.test(what ?? ''))
    .map(([date]) => Number(date?.slice(-4)));
  expect(years).toEqual([1951, 1960, 1960, 2009, 2015]);
});

describe('the exercises tell the usual mistakes', () => {
  const failed = async (id: string, from: string, to: string) =>
    notPassed(await lesson.attempt(id, (text) => text.replace(from, () => to), 'solution'));

  const wordByWord =
    "const words = line.split(' ');\n  return words.map((word) => turned.get(word) ?? word).join(' ');";

  test.each([
    [
      'replacing one after the other, whole words only',
      'for (const [a, b] of turned) line = line.replace(new RegExp(`\\\\b${a}\\\\b`, "g"), b);\n  return line;',
      'my becomes your, and stays so: failed',
    ],
    [
      'forgetting the other words',
      "return line.split(' ').map((word) => turned.get(word) ?? '').join(' ');",
      'my becomes your, and stays so: failed',
    ],
    [
      'replacing in one go, inside words as well',
      'return line.replace(/myself|yourself|mine|yours|my|your/g, (w) => turned.get(w) ?? w);',
      'words that only contain one of them stay: failed',
    ],
  ])('turning round by %s', async (_, to, told) => {
    expect(await failed('turn-round', wordByWord, to)).toContain(told);
  });

  test.each([
    [
      'a large letter in the pattern',
      '/\\b(?:perhaps|maybe)\\b/',
      '/\\b(?:Perhaps|Maybe)\\b/',
      'doubt is heard, with a large letter and with a small one: failed',
    ],
    [
      'no border before the i',
      '/\\bi dreamed of (.+)/',
      '/i dreamed of (.+)/',
      'only the dreams of the one who talks: failed',
    ],
    ['no brackets', '(.+)/', '.+/', 'a dream is taken up: failed'],
    [
      'the wrong table first',
      '...mine, ...rules',
      '...rules, ...mine',
      'doubt is heard, with a large letter and with a small one: failed',
    ],
  ])('rules with %s', async (_, from, to, told) => {
    expect(await failed('own-rules', from, to)).toContain(told);
  });
});
