import { expect, test } from 'vitest';
import { createDesk } from '../../../src/elements/assign/desk.ts';
import type { Links } from '../../../src/elements/assign/links.ts';
import type { Assignable } from '../../../src/teaching/assignable.ts';
import type { Assignment } from '../../../src/teaching/assignment.ts';
import type { Draft } from '../../../src/teaching/draft.ts';

const course: Assignable = {
  chapters: [
    {
      ...{ number: 4, title: 'Learning as descent' },
      lessons: [
        {
          ...{ id: 'cost', number: '4.2', title: 'Cost', minutes: 45 },
          parts: ['one', 'two'].map((id) => ({
            ...({ kind: 'exercise', id, title: id, hash: `hash${id}`, keys: [] } as const),
          })),
        },
      ],
    },
  ],
};

const toLink = (of: Assignment): Links => ({
  ...{ fragment: `#${of.items.length}${of.title}`, all: `https://x/#${of.items.length}${of.title}` },
  personal: new Map(),
});

function setUp(toLinks: (of: Assignment) => Promise<Links> = (of) => Promise.resolve(toLink(of))) {
  const kept: Draft[] = [];
  const desk = createDesk({
    ...{ course, zone: 'UTC', kept: null, now: () => 0, toLinks },
    keep: (draft) => void kept.push(draft),
    changed: () => undefined,
  });
  return { desk, kept, parts: [...desk.state.index.values()] };
}

test('the link is that of the last change, whichever is made first', async () => {
  const waiting: (() => void)[] = [];
  const { desk, parts } = setUp((of) => new Promise((resolve) => waiting.push(() => resolve(toLink(of)))));
  desk.choose(parts.slice(0, 1), true);
  desk.choose(parts, true);
  for (const done of waiting.toReversed()) done();
  expect((await desk.links())?.fragment).toBe('#2Cost');
  await Promise.resolve();
  expect(desk.state.links?.fragment).toBe('#2Cost');
  desk.choose(parts, false);
  expect(desk.state.links).toBeNull();
  expect(await desk.links()).toBeNull();
});

test('what was given out is noted, and kept with the draft', async () => {
  const { desk, kept, parts } = setUp();
  desk.choose(parts, true);
  expect(desk.state.draft.given).toBeNull();
  await desk.giveOut();
  expect(desk.state.draft.given).toBe('#2Cost');
  expect(kept.at(-1)?.given).toBe('#2Cost');
  desk.change({ title: 'Week 3' });
  expect(desk.state.draft.given).toBe('#2Cost');
});

test('what is opened takes the place of what was there, which can be put back; a fault changes nothing', async () => {
  const { desk, parts } = setUp();
  desk.choose(parts.slice(0, 1), true);
  const before = desk.state.draft;
  expect(await desk.open(Promise.resolve({ fault: 'No.' }), 'link')).toBe(false);
  expect(desk.state.draft).toBe(before);
  expect(desk.state.said).toEqual({ at: 'open', text: 'No.', fault: true });
  const to = 'collect' as const;
  await desk.open(Promise.resolve({ fault: 'No.', to }), 'file');
  expect(desk.state.said).toEqual({ at: 'open', text: 'No.', fault: true, to });
  const other = { ...desk.state.made.assignment!, id: 'another1', title: 'Other' };
  expect(await desk.open(Promise.resolve(other), 'file')).toBe(true);
  expect(desk.state.draft).toMatchObject({ id: 'another1', title: 'Other', given: '#1Other' });
  expect(desk.state.said?.before).toBe(before);
  desk.restore(before);
  expect(desk.state.draft).toBe(before);
});

test('it is known whether the file has all that stands here', async () => {
  const { desk, kept, parts } = setUp();
  desk.choose(parts, true);
  expect(desk.state.draft.saved).toBeNull();
  desk.noteSaved();
  expect([desk.state.draft.saved, kept.at(-1)?.saved]).toEqual([true, true]);
  desk.addExtension();
  expect(desk.state.draft.saved).toBe(false);
  desk.noteSaved();
  await desk.giveOut();
  expect(desk.state.draft.saved).toBe(true);
  desk.shift({ days: 7 });
  expect(desk.state.draft.saved).toBe(false);
  const other = { ...desk.state.made.assignment!, id: 'another1' };
  await desk.open(Promise.resolve(other), 'file');
  expect(desk.state.draft.saved).toBe(true);
  // A link for everybody has no other dates in it.
  await desk.open(Promise.resolve(other), 'link');
  expect(desk.state.draft.saved).toBeNull();
});

test('where no link can be made nothing breaks', async () => {
  const { desk, parts } = setUp(() => Promise.reject(new Error('none')));
  desk.choose(parts, true);
  expect(await desk.giveOut()).toBeNull();
});
