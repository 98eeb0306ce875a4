/** Which topics, cells, corrections and additions have no home yet, lesson by lesson. */
import type { Curriculum, PlannedLesson } from './curriculum.ts';
import type { Topic } from './topics.ts';

export interface Coverage {
  /** Lessons with something missing: the written ones first, then in the order of the course. */
  lessons: LessonCoverage[];
  totals: Record<Group, Count>;
}

export interface LessonCoverage {
  number: string;
  id: string;
  title: string;
  written: boolean;
  /** How many topics of all groups have their home in this lesson. */
  all: number;
  missing: Topic[];
}

interface Count {
  all: number;
  missing: number;
}

export const groups = ['topics', 'cells', 'corrections', 'additions'] as const;
export type Group = (typeof groups)[number];

/** @param written ids of the lessons that have a file */
export function measureCoverage(
  topics: readonly Topic[],
  { chapters }: Curriculum,
  written: ReadonlySet<string>,
): Coverage {
  const lessons = chapters
    .flatMap((chapter) => chapter.lessons)
    .map((lesson) => coverLesson(lesson, topics, written))
    .filter(({ missing }) => missing.length > 0)
    .sort((a, b) => Number(b.written) - Number(a.written));
  const count = (group: Group): Count => {
    const own = topics.filter((topic) => groupOf(topic) === group);
    return { all: own.length, missing: own.filter(isMissing).length };
  };
  return {
    lessons,
    totals: {
      topics: count('topics'),
      cells: count('cells'),
      corrections: count('corrections'),
      additions: count('additions'),
    },
  };
}

/** @param options `written`: only lessons that have a file */
export function describeCoverage({ lessons, totals }: Coverage, options: { written: boolean }): string {
  const shown = lessons.filter((lesson) => lesson.written || !options.written);
  const rows = groups.map((group) => {
    const { all, missing } = totals[group];
    return `${group.padEnd(12)}${String(all - missing).padStart(4)} of ${all} have their home`;
  });
  return [...shown.map(describeLesson), rows.join('\n')].join('\n\n');
}

function coverLesson(
  { number, id, title }: PlannedLesson,
  topics: readonly Topic[],
  written: ReadonlySet<string>,
): LessonCoverage {
  const own = topics.filter(({ home }) => home === id);
  return { number, id, title, written: written.has(id), all: own.length, missing: own.filter(isMissing) };
}

const isMissing = ({ anchor }: Topic): boolean => anchor === undefined;

function groupOf({ kind }: Topic): Group {
  if (kind === 'cell') return 'cells';
  if (kind === 'correction') return 'corrections';
  return kind === 'addition' ? 'additions' : 'topics';
}

function describeLesson({ number, id, title, written, all, missing }: LessonCoverage): string {
  const state = written ? 'written' : 'planned';
  const head = `${number} ${title} (${id}, ${state}): ${missing.length} of ${all} without a home`;
  return [
    head,
    ...missing.map((topic) => `  ${topic.id.padEnd(11)} ${topic.as.padEnd(10)} ${topic.term}`),
  ].join('\n');
}
