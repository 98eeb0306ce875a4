/** Notes what a reader does in a lesson that nothing else notes: cells run, time spent, the place reached. */
import { createReadingClock } from '../../learning/progress-clock.ts';
import { partDone, toLessonParts } from '../../learning/progress-done.ts';
import type { RanDetail } from '../cell/ran.ts';
import { progressBook } from './book.ts';
import { fillDots } from './dots.ts';
import { changeNote, isOff, noteDone } from './note.ts';

/** Milliseconds between two entries of time spent; below the second, a glance is not noted. */
const every = 30_000;
const glance = 5_000;

const head = document.querySelector<HTMLElement>('[data-lesson-parts]');
const lesson = head?.dataset['lesson'] ?? '';
const parts = toLessonParts(head?.dataset['lessonParts'] ?? '');
const book = progressBook();
const clock = createReadingClock(() => performance.now());

export function noteRun({ lesson: of, cell, state }: RanDetail): void {
  if (of === lesson && state === 'done') book.record(lesson, { type: 'ran', cell });
}

let unnoted = 0;
let seen = 0;
function noteTime(): void {
  const ms = clock.take();
  unnoted += ms;
  seen += ms;
  if (seen < glance || unnoted === 0) return;
  book.record(lesson, { type: 'spent', ms: Math.round(unnoted) });
  unnoted = 0;
}

/** The part of the lesson that is being read, as the contents mark it. */
function place(): { anchor: string; label: string } {
  const link = document.querySelector<HTMLAnchorElement>('descent-contents a[aria-current]');
  return {
    anchor: decodeURIComponent(link?.hash.slice(1) ?? '').slice(0, 200),
    label: (link?.textContent ?? '').trim().slice(0, 200),
  };
}

function watch(): void {
  for (const sign of ['scroll', 'pointerdown', 'pointermove', 'keydown'])
    addEventListener(sign, clock.touch, { passive: true });
  document.addEventListener('visibilitychange', () => {
    const inView = document.visibilityState === 'visible';
    if (!inView) noteTime();
    clock.show(inView);
  });
  // The book writes on `pagehide` too; it is asked again because it may have listened first.
  addEventListener('pagehide', () => {
    noteTime();
    void book.flush();
  });
  setInterval(noteTime, every);
}

if (lesson !== '') {
  watch();
  await book.load(lesson);
  book.subscribe((of, progress) => {
    if (of !== lesson || isOff()) return;
    noteDone(lesson, partDone(parts, progress));
    changeNote({ last: { lesson, ...place() } });
    fillDots();
  });
}
