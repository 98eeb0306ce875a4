import { expect, test } from 'vitest';
import { choiceKey, wantsSmallEditor } from '../../../src/editor/choice.ts';

interface Reader {
  unfit: boolean;
  chosen?: string;
  refused?: boolean;
}

function pageOf({ unfit, chosen, refused }: Reader): Pick<Window, 'matchMedia' | 'localStorage'> {
  const getItem = (key: string) => {
    if (refused) throw new DOMException('refused', 'SecurityError');
    return key === choiceKey ? (chosen ?? null) : null;
  };
  return {
    matchMedia: () => ({ matches: unfit }) as MediaQueryList,
    localStorage: { getItem } as unknown as Storage,
  };
}

test('the screen decides where the reader has not', () => {
  expect(wantsSmallEditor(pageOf({ unfit: true }))).toBe(true);
  expect(wantsSmallEditor(pageOf({ unfit: false }))).toBe(false);
});

test("the reader's choice comes before the screen", () => {
  expect(wantsSmallEditor(pageOf({ unfit: true, chosen: 'full' }))).toBe(false);
  expect(wantsSmallEditor(pageOf({ unfit: false, chosen: 'small' }))).toBe(true);
});

test('a storage that refuses to be read is no choice', () => {
  expect(wantsSmallEditor(pageOf({ unfit: false, refused: true }))).toBe(false);
});
