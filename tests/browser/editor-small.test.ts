import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Editor } from '../../src/editor/editor.ts';
import { openSmallEditor } from '../../src/editor/small/small-editor.ts';

let editor: Editor;
let events: string[];

beforeEach(() => {
  events = [];
  document.body.innerHTML = '<div id="cell"></div><button>after</button>';
  editor = openSmallEditor({
    parent: document.querySelector<HTMLElement>('#cell')!,
    label: 'Code: Train it',
    cell: 'train',
    value: 'for (;;) {\n  step();\n}',
    onChange: (text) => events.push(text),
    onRun: () => events.push('run'),
    onLeave: () => events.push('leave'),
  });
  editor.focus();
});
afterEach(() => editor.dispose());

const area = () => page.getByRole('textbox', { name: 'Code: Train it' }).element() as HTMLTextAreaElement;

test('Enter keeps the indentation', async () => {
  editor.reveal(2, 10);
  await userEvent.keyboard('{Enter}more();');
  expect(editor.value).toBe('for (;;) {\n  step();\n  more();\n}');
  expect(events.at(-1)).toBe(editor.value);
});

test('Ctrl+Enter runs and writes nothing', async () => {
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(events).toEqual(['run']);
});

test('Tab leaves', async () => {
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => events).toEqual(['leave']);
  expect(document.activeElement?.textContent).toBe('after');
});

test('a written text is an edit that the browser can undo', () => {
  const before = editor.value;
  editor.value = 'reset';
  expect(events).toEqual(['reset']);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way to press undo from inside a page
  document.execCommand('undo');
  expect(area().value).toBe(before);
});

test('it grows with its text, and shrinks', () => {
  const before = area().clientHeight;
  editor.value = 'a\n'.repeat(60);
  expect(area().clientHeight).toBeGreaterThan(before * 10);
  expect(area().scrollHeight).toBe(area().clientHeight);
  editor.value = 'a';
  expect(area().clientHeight).toBeLessThan(before);
});

test('problems are listed with their lines, as text, and cleared', () => {
  editor.setMarkers([{ line: 2, column: 3, message: '<b>step</b> is not defined', severity: 'error' }]);
  expect(document.querySelector('.editor-markers')?.textContent).toBe(
    'Error, line 2: <b>step</b> is not defined',
  );
  editor.setMarkers([]);
  expect(document.querySelector<HTMLElement>('.editor-markers')?.hidden).toBe(true);
});

test('a place is shown by the caret', () => {
  editor.reveal(2, 3);
  expect(area().selectionStart).toBe('for (;;) {\n  '.length);
});

test('it gives the element back', () => {
  editor.dispose();
  expect(document.querySelector('#cell')?.childElementCount).toBe(0);
});
