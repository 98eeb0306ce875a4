/** What the search knows besides the text of the pages: lessons, terms, elements of lessons, topics. */
import type { Curriculum } from './curriculum.ts';
import type { GlossaryTerm } from './glossary.ts';
import type { Lesson } from './lesson.ts';
import type { Topic } from './topics.ts';
import type { PartKind } from './vocabulary/word.ts';

/** The content of `/data/search.json`. */
export interface SearchRecord {
  entries: SearchEntry[];
}

export interface SearchEntry {
  group: 'lesson' | 'term' | 'part' | 'topic';
  title: string;
  /** Its address on the site. */
  at: string;
  /** What stands small beside the title. */
  note: string;
  /** Other names of the same thing. */
  also?: string[];
}

/** A page of the course as a reader knows it. */
export interface SearchedPage {
  id: string;
  title: string;
  summary: string;
}

export interface SearchSources {
  /** Pages that are written, lessons and others. */
  pages: readonly SearchedPage[];
  lessons: readonly Lesson[];
  curriculum: Curriculum;
  terms: readonly GlossaryTerm[];
  topics: readonly Topic[];
}

/** @param address makes an address of a path such as `cost/#train` */
export function toSearchRecord(sources: SearchSources, address: (path: string) => string): SearchRecord {
  const entries = [...ofPages(sources), ...ofTerms(sources), ...ofParts(sources), ...ofTopics(sources)];
  return { entries: entries.map((entry) => ({ ...entry, at: address(entry.at) })) };
}

function ofPages({ pages, curriculum }: SearchSources): SearchEntry[] {
  const numbers = numbersOf(curriculum);
  return pages.map(({ id, title, summary }) => {
    const number = numbers.get(id);
    return { group: 'lesson', title, at: `${id}/`, note: number ? `${number} · ${summary}` : summary };
  });
}

const ofTerms = ({ terms }: SearchSources): SearchEntry[] =>
  terms.map(({ id, term, definition, also }) => ({
    group: 'term',
    title: term,
    at: `glossary/#${id}`,
    note: firstSentence(definition),
    ...(also.length > 0 ? { also } : {}),
  }));

function ofParts({ pages, lessons }: SearchSources): SearchEntry[] {
  const titles = new Map(pages.map(({ id, title }) => [id, title]));
  return lessons.flatMap((lesson) => {
    const where = titles.get(lesson.id);
    if (where === undefined) return [];
    return elementsOf(lesson).map(({ id, title, kind }): SearchEntry => {
      return { group: 'part', title, at: `${lesson.id}/#${id}`, note: `${names[kind]} · ${where}` };
    });
  });
}

function ofTopics({ topics, curriculum }: SearchSources): SearchEntry[] {
  const numbers = numbersOf(curriculum);
  return topics.flatMap(({ term, does, home, anchor }) =>
    anchor === undefined
      ? []
      : {
          group: 'topic',
          title: term,
          at: `${home}/#${anchor}`,
          note: `${does} · ${numbers.get(home) ?? ''}`,
        },
  );
}

/** Cells that belong to an exercise or a figure are found as that. */
const elementsOf = ({ cells, parts }: Lesson) => [
  ...cells
    .filter(({ role }) => role === undefined)
    .map(({ id, title }) => ({ id, title, kind: 'cell' as const })),
  ...parts.flatMap(({ address }) => address ?? []),
];

const names: Record<PartKind, string> = {
  cell: 'Cell',
  exercise: 'Exercise',
  quiz: 'Quiz',
  prediction: 'Prediction',
  claim: 'Claim',
  figure: 'Figure',
  table: 'Table',
  entry: 'Entry',
};

const numbersOf = ({ chapters }: Curriculum): Map<string, string> =>
  new Map(chapters.flatMap(({ lessons }) => lessons.map(({ id, number }) => [id, number] as const)));

/** Up to the first full stop that ends a sentence; code loses its backticks. */
const firstSentence = (text: string): string =>
  (/^.*?[.?!](?=\s+\p{Lu}|\s*$)/su.exec(text)?.[0] ?? text).replaceAll('`', '');
