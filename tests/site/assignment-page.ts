/** An assignment, and a browser whose reader has taken it. */
import type { Page } from 'playwright';
import {
  adoptedKey,
  readAdopted,
  withAdopted,
  writeAdopted,
  type Adopted,
} from '../../src/teaching/adopted.ts';
import type { Assignment, Item } from '../../src/teaching/assignment.ts';

export const day = 86_400_000;

export const item = (kind: Item['kind'], lesson: string, part: string, points = 2): Item => ({
  ...{ kind, lesson, part, points },
  hash: 'qk2z7a',
});

/** Two exercises and a quiz of the pages that only tests have, and one exercise of the course. */
export const week: Assignment = {
  ...{
    id: 'k3v9x2m1q8',
    title: 'Week 3: <b>steps</b>',
    note: 'Bring questions.\n<img src=x onerror=alert(1)>',
  },
  ...{ opens: null, due: Date.now() + 5 * day, zone: 'Asia/Tokyo', asks: 'name' },
  policy: { tries: 2, hints: false, solutions: 'passed', exercises: 'tests', answers: 'first' },
  items: [
    item('exercise', 'kitchen-exercise', 'step', 4),
    item('exercise', 'kitchen-exercise', 'relu'),
    item('quiz', 'kitchen-quiz', 'rates', 3),
    item('exercise', 'laboratory', 'percent', 1),
  ],
  extensions: [],
};

/** As if the reader had taken these before. */
export async function take(page: Page, url: string, ...assignments: Assignment[]): Promise<void> {
  const list = assignments.reduce<Adopted[]>((all, each) => withAdopted(all, each, Date.now()) ?? all, []);
  await page.goto(`${url}sources/`);
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
    adoptedKey,
    writeAdopted(list),
  ] as const);
}

export const taken = async (page: Page): Promise<Adopted[]> =>
  readAdopted(await page.evaluate((key) => localStorage.getItem(key), adoptedKey));
