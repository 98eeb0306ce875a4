/** The course's terms, from `content/glossary.yaml`: read, checked, found by id or by name. */
import { slug } from 'github-slugger';
import * as z from 'zod';
import { meantOr } from './likely-names.ts';
import { parseWith, readYaml, type YamlSource } from './yaml-source.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/u, 'an id is lower-case words joined by hyphens');
const text = z.string().trim().min(1);

const termSpec = z.strictObject({
  id,
  term: text,
  /** One to three plain sentences; mathematics as Unicode, code between backticks. */
  definition: text.max(420, 'three sentences at the most').regex(/[.?!)]$/u, 'end it with a full stop'),
  /** Other names of the same thing. */
  also: z.array(text).default([]),
  /** The lesson in which it is at home. */
  lesson: id.optional(),
  /** Ids of terms that its definition uses or that belong beside it. */
  see: z.array(id).default([]),
});

export type GlossaryTerm = z.infer<typeof termSpec>;

export interface Glossary {
  /** In alphabetical order. */
  readonly terms: readonly GlossaryTerm[];
  /** By id, or by a name or its plural, as lessons write it: `learning rates`. */
  find(name: string): GlossaryTerm | undefined;
}

const remedy =
  'A term has id, term, definition (one to three sentences) and, if any, also (names), lesson (an id), see (ids).';

/**
 * @param content the YAML
 * @param lessons ids of all planned lessons
 * @throws AuthorError with file, line and remedy
 */
export function parseGlossary(
  content: string,
  lessons: ReadonlySet<string>,
  file = 'content/glossary.yaml',
): Glossary {
  const source = readYaml(content, file);
  const terms = parseWith(source, z.array(termSpec).min(1), remedy);
  const byName = collectNames(source, terms);
  const ids = new Map(terms.map((term) => [term.id, term]));
  for (const [index, term] of terms.entries()) checkLinks(source, index, term, lessons, ids);
  return {
    terms: [...terms].sort((a, b) => a.term.localeCompare(b.term, 'en')),
    find: (name) =>
      ids.get(slug(name)) ??
      formsOf(name)
        .map((form) => byName.get(form))
        .find(Boolean),
  };
}

/** A name belongs to one term. */
function collectNames(source: YamlSource, terms: readonly GlossaryTerm[]): Map<string, GlossaryTerm> {
  const byName = new Map<string, GlossaryTerm>();
  const ids = new Set<string>();
  for (const [index, term] of terms.entries()) {
    if (ids.has(term.id))
      throw source.fault([index, 'id'], `the id "${term.id}" is there twice`, 'Make one entry of the two.');
    ids.add(term.id);
    for (const name of [term.term, ...term.also]) {
      const other = byName.get(slug(name));
      if (other)
        throw source.fault(
          [index],
          `"${name}" is a name of "${other.id}" and of "${term.id}"`,
          'Leave it to one of them, and let the other point to it with see.',
        );
      byName.set(slug(name), term);
    }
  }
  return byName;
}

function checkLinks(
  source: YamlSource,
  index: number,
  { id: own, see, lesson }: GlossaryTerm,
  lessons: ReadonlySet<string>,
  ids: ReadonlyMap<string, unknown>,
): void {
  if (lesson !== undefined && !lessons.has(lesson))
    throw source.fault(
      [index, 'lesson'],
      `"${own}" has its home in "${lesson}", which no lesson is called`,
      meantOr(lesson, lessons, 'Use the id of a lesson in content/curriculum.yaml.'),
    );
  for (const [at, other] of see.entries()) {
    if (other === own)
      throw source.fault([index, 'see', at], `"${own}" points to itself`, 'Take it out of see.');
    if (!ids.has(other))
      throw source.fault(
        [index, 'see', at],
        `"${own}" points to "${other}", which the glossary does not have`,
        meantOr(other, ids.keys(), 'Add the term, or take it out of see.'),
      );
  }
}

/** A name as it may stand in a sentence: as it is, and without the ending of a plural. */
function formsOf(name: string): string[] {
  const form = slug(name);
  return [form, form.replace(/ies$/u, 'y'), form.replace(/es$/u, ''), form.replace(/s$/u, '')];
}
