/** Fills the list of lessons with what was done in each. */
import {
  countDone,
  partDone,
  toLessonParts,
  type Count,
  type LessonParts,
} from '../../learning/progress-done.ts';
import { doneInWords, timeInWords } from '../../learning/progress-words.ts';
import { noProgress, type LessonProgress } from '../../learning/progress.ts';
import { noteDone } from './note.ts';

interface Row {
  element: HTMLElement;
  parts: LessonParts;
  progress: LessonProgress | undefined;
}

export function showLessons(root: HTMLElement, all: ReadonlyMap<string, LessonProgress>): void {
  const rows = rowsOf(root, all);
  for (const row of rows) showLesson(row);
  for (const chapter of root.querySelectorAll<HTMLElement>('.chapter'))
    showChapter(
      chapter,
      rows.filter(({ element }) => chapter.contains(element)),
    );
}

const rowsOf = (root: HTMLElement, all: ReadonlyMap<string, LessonProgress>): Row[] =>
  [...root.querySelectorAll<HTMLElement>('li[data-lesson]')].map((element) => ({
    element,
    parts: toLessonParts(element.dataset['parts'] ?? ''),
    progress: all.get(element.dataset['lesson'] ?? ''),
  }));

function showLesson({ element, parts, progress }: Row): void {
  const part = progress ? partDone(parts, progress) : 0;
  const time = timeInWords(progress?.ms ?? 0);
  element.dataset['begun'] = String(progress !== undefined);
  // A page outside the course is listed once there is something to say of it.
  if (element.dataset['aside'] !== undefined) element.hidden = !progress;
  element.querySelector<HTMLElement>('.dot')?.style.setProperty('--done', String(part));
  setText(element, '.said', doneInWords(part));
  setText(
    element,
    '.did',
    [progress ? '' : 'not begun', ...inWords(countDone(parts, progress ?? noProgress(0))), time]
      .filter(Boolean)
      .join(' · '),
  );
  const erase = element.querySelector<HTMLElement>('button');
  if (erase) erase.hidden = !progress;
  noteDone(element.dataset['lesson'] ?? '', part);
}

function showChapter(chapter: HTMLElement, rows: readonly Row[]): void {
  const ms = rows.reduce((sum, { progress }) => sum + (progress?.ms ?? 0), 0);
  const counts = rows.map(({ parts, progress }) => countDone(parts, progress ?? noProgress(0)));
  const sum = (kind: keyof LessonParts): Count => ({
    done: counts.reduce((total, each) => total + each[kind].done, 0),
    of: counts.reduce((total, each) => total + each[kind].of, 0),
  });
  const whole = { cells: sum('cells'), exercises: sum('exercises'), questions: sum('questions') };
  setText(chapter, '.sum', [...inWords(whole), timeInWords(ms)].filter(Boolean).join(' · '));
}

const verbs = { cells: 'run', exercises: 'passed', questions: 'answered' };

/** `3 of 5 cells run`. What a lesson has not is not mentioned. */
const inWords = (counts: Record<keyof LessonParts, Count>): string[] =>
  (['cells', 'exercises', 'questions'] as const).flatMap((kind) => {
    const { done, of } = counts[kind];
    return of === 0 ? [] : `${done} of ${of} ${of === 1 ? kind.slice(0, -1) : kind} ${verbs[kind]}`;
  });

function setText(root: Element, selector: string, text: string): void {
  const place = root.querySelector(selector);
  if (place) place.textContent = text;
}
