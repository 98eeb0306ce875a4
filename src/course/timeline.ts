/** The events of the field's history, from `content/timeline.yaml`: read, checked, in order of time. */
import * as z from 'zod';
import { meantOr } from './likely-names.ts';
import { isPlainDate, showDate } from './plain-date.ts';
import { parseWith, readYaml, type YamlSource } from './yaml-source.ts';

export const lanes = ['theory', 'software', 'hardware'] as const;

/** What a reader can filter by, besides "classic milestones" and "added". */
export const timelineTags = ['games', 'language', 'networks', 'seeing'] as const;

const id = z.string().regex(/^[a-z][a-z0-9-]*$/u, 'an id is lower-case words joined by hyphens');
const text = z.string().trim().min(1);

/** YAML reads a bare year as a number. */
const date = z
  .union([z.int(), z.string()])
  .transform(String)
  .refine(isPlainDate, 'a date is a year, a month or a day, as 1956, 1956-06 or 1956-06-18');

const eventSpec = z.strictObject({
  id,
  date,
  /** For what lasted. */
  end: date.optional(),
  /** Short: it stands in the picture. */
  title: text.max(34, 'at most 34 letters: it stands in the picture'),
  /** One or two sentences. */
  text: text
    .max(330, 'one or two sentences, at most 330 letters')
    .regex(/[.?!)]$/u, 'end it with a full stop'),
  lane: z.enum(lanes),
  /** Of the list of milestones that is often told; all others are ours. */
  classic: z.boolean().default(false),
  tags: z.array(z.enum(timelineTags)).default([]),
  /** Works of `references.yaml`, the one that the date is from first. */
  source: z.union([text.transform((one) => [one]), z.array(text).min(1)]),
  /** Where in the first of them. */
  at: text.optional(),
  certainty: z.enum(['certain', 'likely', 'doubtful']),
  /** The lesson where it can be run or read. */
  lesson: id.optional(),
});

export type TimelineEvent = z.output<typeof eventSpec>;

const bandSpec = z.strictObject({ from: z.number(), to: z.number(), label: text.max(34) });

export type TimelineBand = z.output<typeof bandSpec>;

const spec = z.strictObject({ bands: z.array(bandSpec), events: z.array(eventSpec).min(1) });

export interface Timeline {
  /** In order of time. */
  readonly events: readonly TimelineEvent[];
  readonly bands: readonly TimelineBand[];
}

export interface TimelineKnows {
  /** Ids of the works that may be cited. */
  works: Pick<ReadonlySet<string>, 'has' | 'keys'>;
  /** Ids of all planned lessons. */
  lessons: ReadonlySet<string>;
}

const remedy =
  'An event has id, date, title, text, lane (theory, software, hardware), source, certainty (certain, likely, doubtful) ' +
  `and, if any, end, classic, tags (${timelineTags.join(', ')}), at, lesson; a band has from, to, label.`;

/**
 * @param content the YAML
 * @param file its name, for errors
 * @throws AuthorError with file, line and remedy
 */
export function parseTimeline(
  content: string,
  { works, lessons }: TimelineKnows,
  file = 'content/timeline.yaml',
): Timeline {
  const source = readYaml(content, file);
  const { events, bands } = parseWith(source, spec, remedy);
  const seen = new Set<string>();
  for (const [index, event] of events.entries()) {
    const at = ['events', index];
    if (seen.has(event.id))
      throw source.fault([...at, 'id'], `the id "${event.id}" is there twice`, 'Make one event of the two.');
    seen.add(event.id);
    checkEvent(source, at, event);
    const previous = events[index - 1];
    if (previous && yearOf(previous.date) > yearOf(event.date))
      throw source.fault(
        at,
        `"${event.id}" (${event.date}) stands behind "${previous.id}" (${previous.date})`,
        'Put the events in order of time.',
      );
    checkLinks(source, at, event, { works, lessons });
  }
  for (const [index, { from, to, label }] of bands.entries())
    if (from >= to)
      throw source.fault(
        ['bands', index],
        `the band "${label}" ends before it begins`,
        'Correct from and to.',
      );
  return { events, bands };
}

function checkEvent(
  source: YamlSource,
  at: PropertyKey[],
  { id: own, date: from, end }: TimelineEvent,
): void {
  if (end !== undefined && yearOf(end) < yearOf(from))
    throw source.fault([...at, 'end'], `"${own}" ends before it begins`, 'Correct date and end.');
}

function checkLinks(
  source: YamlSource,
  at: PropertyKey[],
  { id: own, source: cited, lesson }: TimelineEvent,
  { works, lessons }: TimelineKnows,
): void {
  const strange = cited.find((work) => !works.has(work));
  if (strange !== undefined)
    throw source.fault(
      [...at, 'source'],
      `"${own}" cites "${strange}", and no work is called that`,
      meantOr(strange, works.keys(), 'Add it to content/references.yaml, or correct the id.'),
    );
  if (lesson !== undefined && !lessons.has(lesson))
    throw source.fault(
      [...at, 'lesson'],
      `"${own}" leads to "${lesson}", which no lesson is called`,
      meantOr(lesson, lessons, 'Use the id of a lesson in content/curriculum.yaml.'),
    );
}

/** A date as a number: June 1956 is 1956.417. */
export function yearOf(plain: string): number {
  const [year = 0, month = 1, day = 1] = plain.split('-').map(Number);
  return year + (month - 1) / 12 + (day - 1) / 365;
}

/** "June – August 1956", "1957 – 1960", "11 May 1997" */
export function whenOf({ date: from, end }: Pick<TimelineEvent, 'date' | 'end'>): string {
  return end === undefined ? showDate(from) : `${showDate(from)} – ${showDate(end)}`;
}

/** The events that begin from one year to another, both included. */
export const eventsBetween = ({ events }: Timeline, from: number, to: number): TimelineEvent[] =>
  events.filter(({ date: when }) => yearOf(when) >= from && yearOf(when) < to + 1);
