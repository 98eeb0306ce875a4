/** On the first page: the way in becomes the way back to where the reader was. */
import { progressNote } from './note.ts';

const { last } = progressNote();
const start = document.querySelector<HTMLAnchorElement>('.start');
const left = document.querySelector('.left-off');
const known = last && [...document.querySelectorAll<HTMLAnchorElement>('.lessons a[data-lesson]')];
// A lesson that is no longer there cannot be gone on with.
const link = known?.find(({ dataset }) => dataset['lesson'] === last?.lesson);

if (last && link && start && left) {
  start.textContent = 'Continue where you left off';
  start.href = link.href;
  // Not by hand: what stands in the note may be anything, and the browser escapes it.
  start.hash = last.anchor;
  const title = link.querySelector('.title')?.textContent ?? '';
  left.textContent = last.label === '' ? title : `${title} — at “${last.label}”`;
}
