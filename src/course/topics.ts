/** The index of the course, from `content/topics.yaml`: all that it is to make real, read and checked. */
import * as z from 'zod';
import { partKinds } from './vocabulary/word.ts';
import { parseWith, readYaml, type YamlSource } from './yaml-source.ts';

export const topicsFile = 'content/topics.yaml';

export const topicKinds = [
  'concept',
  'algorithm',
  'milestone',
  'claim',
  'application',
  'framework',
  'resource',
  'figure',
  'cell',
  'correction',
  'addition',
] as const;
export type TopicKind = (typeof topicKinds)[number];

/** What is numbered, by the letter before the number: how many there are at least, and of which kinds. */
const series = {
  R: { last: 328, digits: 3 },
  E: { last: 80, digits: 2, kind: 'correction' },
  M: { last: 24, digits: 2, kind: 'addition' },
} as const;

const text = z.string().trim().min(1);
const name = z.string().regex(/^[a-z][a-z0-9-]*$/u, 'an id is lower-case words joined by hyphens');

const topicSpec = z.strictObject({
  id: z.string().regex(/^(?:R\d{3}|[EM]\d\d|[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*)$/u, {
    error: 'an id is R001, E01 or M01 as numbered, or the capital name of a cell',
  }),
  /** As the index of a book would have it. */
  term: text.max(80, 'a term has 80 characters at the most'),
  kind: z.enum(topicKinds),
  /** What the reader does there. */
  does: text.max(60, 'say it in 60 characters'),
  /** The lesson in which it has its home. */
  home: name,
  /** What stands there. */
  as: z.enum(partKinds),
  /** The id of that element of the lesson, once it is there. */
  anchor: name.optional(),
});

export interface Topic extends z.infer<typeof topicSpec> {
  /** Where it stands in the file. */
  line: number;
}

const remedy =
  `A topic has id, term, kind (${topicKinds.join(', ')}), does, home (a lesson's id), ` +
  `as (${partKinds.join(', ')}) and, once the lesson has it, anchor.`;

/**
 * @param content the YAML
 * @returns the topics as they stand in the file
 * @throws AuthorError with file, line and remedy
 */
export function parseTopics(content: string, file = topicsFile): readonly Topic[] {
  const source = readYaml(content, file);
  const specs = parseWith(source, z.array(topicSpec).min(1), remedy);
  const topics = specs.map((spec, index) => ({ ...spec, line: source.line([index]) ?? 1 }));
  checkIds(source, topics);
  checkNumbers(source, topics);
  return topics;
}

function checkIds(source: YamlSource, topics: readonly Topic[]): void {
  const first = new Map<string, Topic>();
  for (const [index, topic] of topics.entries()) {
    const { id, kind } = topic;
    const other = first.get(id);
    if (other)
      throw source.fault(
        [index, 'id'],
        `the id "${id}" is there twice, first in line ${other.line}`,
        'Make one entry of the two.',
      );
    first.set(id, topic);
    const wanted = kindsOf(id);
    if (!wanted.includes(kind))
      throw source.fault(
        [index, 'kind'],
        `"${id}" is no ${kind}`,
        `An id like this one is of the kind ${wanted.join(', ')}.`,
      );
  }
}

/** Which kinds an id may have: a number tells it for corrections and additions, capitals for cells. */
function kindsOf(id: string): readonly TopicKind[] {
  if (/^E\d/u.test(id)) return [series.E.kind];
  if (/^M\d/u.test(id)) return [series.M.kind];
  if (/^R\d/u.test(id)) return topicKinds.slice(0, topicKinds.indexOf('cell'));
  return ['cell'];
}

/** Numbers run from 1 without gaps: what is missing was forgotten. */
function checkNumbers(source: YamlSource, topics: readonly Topic[]): void {
  const ids = new Set(topics.map(({ id }) => id));
  for (const [letter, { last, digits }] of Object.entries(series)) {
    const numbers = topics.map(({ id }) => new RegExp(`^${letter}(\\d+)$`, 'u').exec(id)?.[1] ?? 0);
    for (let number = 1; number <= Math.max(last, ...numbers.map(Number)); number++) {
      const id = letter + String(number).padStart(digits, '0');
      if (!ids.has(id))
        throw source.fault([], `"${id}" is missing`, 'Numbers run without gaps; add its entry.');
    }
  }
}
