import { expect, test } from 'vitest';
import { AuthorError } from '../../../src/course/author-error.ts';
import { createLiveCheck, type PageMessage } from '../../../src/course/live-check.ts';

/** A check whose lists can be broken and mended. */
function watch() {
  const sent: PageMessage[] = [];
  let broken = false;
  const live = createLiveCheck({
    root: '/course',
    list: () => ['content/a.mdx'],
    check: () => [],
    checkLists() {
      if (broken) throw new AuthorError({ file: 'content/list.yaml', line: 7 }, 'not so', 'Write ```so.');
      return [];
    },
    send: (message) => sent.push(message),
    log: () => undefined,
  });
  /** What the pages are told by it. */
  const told = (act: () => void): PageMessage[] => {
    sent.length = 0;
    act();
    return [...sent];
  };
  return { live, told, set: (value: boolean) => (broken = value) };
}

test('a list that is not sound is told at its line until it is mended', () => {
  const { live, told, set } = watch();
  const fault = [{ type: 'error', err: { loc: { file: '/course/content/list.yaml', line: 7 } } }];
  expect(told(live.everything)).toEqual([]);
  set(true);
  expect(told(live.everything)).toMatchObject(fault);
  expect(told(live.greet)).toMatchObject(fault);
  expect(told(() => live.lessons(['content/a.mdx']))).toMatchObject(fault);
  set(false);
  expect(told(live.everything)).toEqual([{ type: 'full-reload' }]);
  expect(told(live.greet)).toEqual([]);
});

test('the overlay would read the backticks of a fence as its own', () => {
  const { live, told, set } = watch();
  set(true);
  const [message] = told(live.everything);
  expect(message).toMatchObject({ err: { message: expect.not.stringContaining('`') as string } });
});
