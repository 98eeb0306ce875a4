/** The works that lessons cite, from `content/references.yaml`: read, checked, by id. */
import { slug } from 'github-slugger';
import * as z from 'zod';
import { isDay, isFuture } from './plain-date.ts';
import { parseWith, readYaml, type YamlSource } from './yaml-source.ts';

const text = z.string().trim().min(1);

const name = z.union([z.strictObject({ family: text, given: text }), z.strictObject({ literal: text })]);

/** The types of CSL that the course can write out. */
export const referenceTypes = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'book',
  'chapter',
  'paper-conference',
  'post-weblog',
  'report',
  'thesis',
  'webpage',
] as const;

const webAddress = z.url({ protocol: /^https?$/u, error: 'an address begins with https:// or http://' });

const day = z.string().refine(isDay, 'a date is written as 2026-11-21');

const referenceSpec = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*-\d{4}[a-z]?$/u, 'an id is a name and a year, as robbins-monro-1951'),
  type: z.enum(referenceTypes),
  author: z.array(name).min(1).optional(),
  editor: z.array(name).min(1).optional(),
  title: text,
  'container-title': text.optional(),
  'collection-title': text.optional(),
  volume: text.optional(),
  issue: text.optional(),
  number: text.optional(),
  page: text.optional(),
  edition: text.optional(),
  genre: text.optional(),
  publisher: text.optional(),
  'publisher-place': text.optional(),
  issued: z.strictObject({
    'date-parts': z.tuple([z.tuple([z.int()], z.int()).check(z.maxLength(3))]),
  }),
  DOI: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/u, 'a DOI begins with 10. and has no https://doi.org/ before it')
    .optional(),
  URL: webAddress.optional(),
  language: z
    .string()
    .regex(/^[a-z]{2}$/u, 'two letters, as fr')
    .optional(),
  /** What text was opened, in a sentence; together with the day on which that was done. */
  checked: text.optional(),
  checkedOn: day.optional(),
});

export type Reference = z.infer<typeof referenceSpec>;
export type PersonName = z.infer<typeof name>;

/** By id. */
export type References = ReadonlyMap<string, Reference>;

const remedy =
  'A work has id, type, title, issued ({ date-parts: [[year, month, day]] }), author or editor ({ family, given } or ' +
  '{ literal }), and the other fields of CSL-JSON that src/course/references.ts names.';

/** What a reader needs in order to find a work of a type. */
const needed: Partial<Record<Reference['type'], (keyof Reference)[]>> = {
  'article-journal': ['container-title'],
  'article-magazine': ['container-title'],
  'article-newspaper': ['container-title'],
  book: ['publisher'],
  chapter: ['container-title'],
  'paper-conference': ['container-title'],
  'post-weblog': ['URL'],
  report: ['publisher'],
  thesis: ['publisher'],
  webpage: ['URL'],
};

/**
 * @param content the YAML
 * @param file its name, for errors
 * @throws AuthorError with file, line and remedy
 */
export function parseReferences(content: string, file = 'content/references.yaml'): References {
  const source = readYaml(content, file);
  const list = parseWith(source, z.array(referenceSpec).min(1), remedy);
  const found = new Map<string, Reference>();
  const dois = new Set<string>();
  for (const [index, reference] of list.entries()) {
    const { id, DOI } = reference;
    if (found.has(id))
      throw source.fault([index, 'id'], `the id "${id}" is there twice`, 'Add a letter to the newer: 1951b.');
    if (DOI !== undefined && dois.has(DOI.toLowerCase()))
      throw source.fault([index, 'DOI'], `${id} has the DOI of another work`, 'Keep one of the two works.');
    checkReference(source, index, reference);
    found.set(id, reference);
    if (DOI !== undefined) dois.add(DOI.toLowerCase());
  }
  return found;
}

function checkReference(source: YamlSource, index: number, reference: Reference): void {
  const { id, type } = reference;
  for (const field of needed[type] ?? [])
    if (reference[field] === undefined)
      throw source.fault([index], `${id} has no ${field}`, `A work of the type ${type} needs ${field}.`);
  checkId(source, index, reference);
  const { checked, checkedOn } = reference;
  if ((checked === undefined) !== (checkedOn === undefined))
    throw source.fault(
      [index, checked === undefined ? 'checkedOn' : 'checked'],
      `${id} has ${checked === undefined ? 'checkedOn without checked' : 'checked without checkedOn'}`,
      'Say what text was opened (checked) and on which day (checkedOn), or neither.',
    );
  if (checkedOn !== undefined && isFuture(checkedOn))
    throw source.fault([index, 'checkedOn'], `${id} was checked on a day to come`, 'Correct checkedOn.');
}

/** The id begins with the first name and ends with the year, so that authors can guess it. */
function checkId(source: YamlSource, index: number, reference: Reference): void {
  const { id } = reference;
  const [first] = reference.author ?? reference.editor ?? [];
  if (!first)
    throw source.fault(
      [index],
      `${id} has no author`,
      'Name an author or an editor; { literal } for a body.',
    );
  const start = slug(plain('family' in first ? first.family : first.literal)).split('-')[0] ?? '';
  if (!slug(plain(id)).startsWith(start) || !id.replace(/[a-z]$/u, '').endsWith(`-${yearOf(reference)}`))
    throw source.fault(
      [index, 'id'],
      `the id "${id}" is not its first name and its year`,
      `Call it ${start}-${yearOf(reference)}, with more names or a letter where that is taken.`,
    );
}

export const yearOf = ({ issued }: Pick<Reference, 'issued'>): number => issued['date-parts'][0][0];

/** Without accents: `Lemaréchal` as `Lemarechal`. */
export const plain = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '');
