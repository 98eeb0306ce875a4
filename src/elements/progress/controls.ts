/** The controls of the page of progress: take along, bring back, erase, switch off. */
import {
  largest,
  readProgressFile,
  writeProgressFile,
  type ProgressFile,
} from '../../learning/progress-file.ts';
import { saveFile } from '../files/save.ts';
import { ask } from '../ask/ask.ts';
import type { Keepsakes } from './keepsakes.ts';
import { changeNote, isOff } from './note.ts';
import type { Say } from './say.ts';

interface Tools {
  keepsakes: Keepsakes;
  say: Say;
  /** Shows what is kept now. */
  show(): Promise<void>;
}

const refused = 'The browser’s storage refused, and nothing was changed.';

export function connectControls(root: HTMLElement, tools: Tools): void {
  const { say } = tools;
  const on = (selector: string, act: (button: HTMLElement) => Promise<void>): void => {
    for (const button of root.querySelectorAll<HTMLElement>(selector))
      button.addEventListener('click', () => void act(button).catch(() => say(refused)));
  };
  on('.export', () => download(tools));
  on('.erase-all', () => eraseAll(tools));
  on('li[data-lesson] button', (button) => eraseLesson(tools, button.closest('li')));
  const file = root.querySelector<HTMLInputElement>('.import input');
  file?.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (chosen) void bring(tools, chosen).catch(() => say(refused));
    file.value = '';
  });
  const keep = root.querySelector<HTMLInputElement>('.keep input');
  if (!keep) return;
  keep.checked = !isOff();
  keep.addEventListener('change', () => void switchKeeping(tools, keep).catch(() => say(refused)));
}

async function download({ keepsakes, say }: Tools): Promise<void> {
  const now = new Date();
  const text = writeProgressFile(await keepsakes.collect(), now);
  saveFile(`descent-progress-${now.toISOString().slice(0, 10)}.json`, text, 'application/json');
  say('The file is among your downloads.');
}

async function bring({ keepsakes, say, show }: Tools, chosen: File): Promise<void> {
  if (isOff()) return say('Progress is switched off, so nothing was imported. Switch it on first.');
  // A character may take three bytes and more.
  const text = chosen.size > 4 * largest ? ' '.repeat(largest + 1) : await chosen.text();
  const read = readProgressFile(text);
  if ('fault' in read) return say(read.fault);
  await keepsakes.add(read);
  await show();
  const { lessons, work } = read;
  say(
    `Imported: progress in ${count(lessons.size, 'lesson')}, saved work of ${count(work.size, 'cell')}. ` +
      'What this browser had stays, except where the file was newer.',
  );
}

async function eraseLesson(tools: Tools, row: HTMLElement | null): Promise<void> {
  const lesson = row?.dataset['lesson'];
  const title = row?.querySelector('.title')?.textContent ?? lesson ?? '';
  const answer = await ask({
    title: `Erase “${title}”?`,
    text: 'Your progress in this lesson is forgotten. For a minute you can undo it.',
    act: 'Erase',
    also: 'Also what I typed and entered in its cells',
  });
  if (answer) await erase(tools, await tools.keepsakes.collect(lesson), answer.also, `Erased: ${title}.`);
}

async function eraseAll(tools: Tools): Promise<void> {
  const answer = await ask({
    title: 'Erase all progress?',
    text: 'Your progress in every lesson is forgotten. For a minute you can undo it.',
    act: 'Erase everything',
    also: 'Also what I typed and entered in cells',
  });
  if (answer) await erase(tools, await tools.keepsakes.collect(), answer.also, 'All progress is erased.');
}

async function erase(tools: Tools, found: ProgressFile, withWork: boolean, said: string): Promise<void> {
  const { keepsakes, say, show } = tools;
  const file = withWork ? found : { ...found, work: new Map<string, never>() };
  await keepsakes.erase(file);
  await show();
  say(said, async () => {
    await keepsakes.add(file);
    await show();
    return 'Everything is back.';
  });
}

async function switchKeeping(tools: Tools, keep: HTMLInputElement): Promise<void> {
  const { keepsakes, say, show } = tools;
  if (keep.checked) {
    changeNote({ off: false });
    await show();
    return say('Progress is noted again, from now on.');
  }
  const { lessons } = await keepsakes.collect();
  const answer = await ask({
    title: 'Switch progress off?',
    text: 'Nothing is noted from now on, and what is noted so far is erased. What you type in cells is kept all the same.',
    act: 'Switch off',
  });
  keep.checked = answer === null;
  if (!answer) return;
  const file = { lessons, work: new Map<string, never>() };
  await keepsakes.erase(file);
  changeNote({ off: true, done: new Map(), last: null });
  await show();
  say('Progress is switched off. Nothing is noted, and nothing is kept.', async () => {
    changeNote({ off: false });
    keep.checked = true;
    await keepsakes.add(file);
    await show();
    return 'Progress is on again, and everything is back.';
  });
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
