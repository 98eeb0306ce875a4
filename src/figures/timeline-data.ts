import * as z from 'zod/mini';
import { finite, label } from './plane-data.ts';

const text = z.string().check(z.maxLength(600));

/** Of a lesson or a work: it becomes part of an address. */
const slug = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,80}$/));

const event = z.strictObject({
  /** A year; 1956.5 is its middle. */
  year: finite,
  /** For what lasted: the year of its end. */
  end: z.optional(finite),
  /** The date in words, where more is known than the year. */
  date: z.optional(label),
  title: label,
  text: z.optional(text),
  /** Which lane, from 0. */
  lane: z.int().check(z.minimum(0)),
  /** Names that the reader can filter by. */
  tags: z.optional(z.array(label).check(z.maxLength(6))),
  /** Where it is known from: author, year, title. */
  source: z.optional(text),
  /** In place of it: works in the page's list of sources. */
  works: z.optional(z.array(z.strictObject({ id: slug, name: label })).check(z.maxLength(8))),
  /** Where it can be run or read. */
  lesson: z.optional(z.strictObject({ id: slug, title: label })),
  /** How sure the date is; "certain" where missing. */
  certainty: z.optional(z.enum(['certain', 'likely', 'doubtful'])),
});
export type TimelineEvent = z.infer<typeof event>;

/** Events along the years, in lanes. */
export const schema = z
  .strictObject({
    from: finite,
    to: finite,
    lanes: z.array(label).check(z.minLength(1), z.maxLength(6)),
    events: z.array(event).check(z.maxLength(200)),
    /** Stretches of time that are shaded. */
    bands: z.optional(z.array(z.strictObject({ from: finite, to: finite, label })).check(z.maxLength(12))),
  })
  .check(
    z.refine(({ from, to }) => from < to, { path: ['to'], error: 'must be later than from' }),
    z.refine(({ lanes, events }) => events.every(({ lane }) => lane < lanes.length), {
      path: ['events'],
      error: 'must be in lanes that there are',
    }),
    z.refine(({ events }) => events.every(({ year, end = year }) => end >= year), {
      path: ['events'],
      error: 'must not end before they begin',
    }),
  );
export type TimelineData = z.infer<typeof schema>;

/** All tags there are, in order of appearance. */
export const tagsOf = ({ events }: TimelineData): string[] => [
  ...new Set(events.flatMap(({ tags = [] }) => tags)),
];

/** The events with this tag, or all, in order of time. */
export const eventsOf = ({ events }: TimelineData, tag: string | null): TimelineEvent[] =>
  events.filter(({ tags = [] }) => tag === null || tags.includes(tag)).sort((a, b) => a.year - b.year);
