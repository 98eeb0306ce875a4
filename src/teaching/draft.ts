/** An assignment while its maker works on it: everything as it was typed, faults included. */
import * as z from 'zod/mini';
import type { Assignable } from './assignable.ts';
import { assignment, keyOf, line, policy, type Assignment } from './assignment.ts';
import type { Dated } from './dates.ts';
import { fold } from './names.ts';
import { chosen, reopen, toPoints, usualTitle, type CourseIndex } from './selection.ts';
import { toLocal, toMoment } from './zoned.ts';

const { id, note, zone, asks } = assignment.shape;
const local = line(40);

export const draft = z.strictObject({
  id,
  /** `null` until somebody types one: then it is called after what is chosen. */
  title: z.nullable(line(200)),
  note,
  /** As a clock in the zone shows it, `2026-12-04T18:00`; empty where there is no date. */
  opens: local,
  due: local,
  ...{ zone, asks },
  policy: z.strictObject({ ...policy.shape, tries: line(10) }),
  items: z.array(chosen).check(z.maxLength(1_000)),
  extensions: z.array(z.strictObject({ student: line(120), due: local })).check(z.maxLength(1_000)),
  /** The fragment of the link that was last given out; another one now is worth a word. */
  given: z.nullable(line(70_000)),
  /** Whether the file that was saved or opened has all that stands here; `null` where there is no file. */
  saved: z._default(z.nullable(z.boolean()), null),
});
export type Draft = z.infer<typeof draft>;

/** Twelve letters and digits and more: nobody else's assignment has them. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  // 252 is seven times 36: each letter is as likely as another.
  const letters = [...bytes].filter((byte) => byte < 252).map((byte) => (byte % 36).toString(36));
  return letters.length < 12 ? freshId() : letters.slice(0, 14).join('');
}

export const emptyDraft = (zone: string): Draft => ({
  ...{ id: freshId(), title: null, note: '', opens: '', due: '', zone, asks: 'name' },
  policy: { tries: '', hints: true, solutions: 'passed', exercises: 'whole', answers: 'first' },
  ...{ items: [], extensions: [], given: null, saved: null },
});

/** Whether anything would be lost with it. */
export const isEmpty = ({ title, note, opens, due, items, extensions }: Draft): boolean =>
  items.length + extensions.length === 0 && [title ?? '', note, opens, due].every((text) => text === '');

export function toDraft(of: Assignment, course: CourseIndex): Draft {
  const { id, title, note, opens, due, zone, asks, policy, items, extensions } = of;
  const local = (ms: number | null): string => (ms === null ? '' : toLocal(ms, zone));
  return {
    ...{ id, title, note, opens: local(opens), due: local(due), zone, asks },
    policy: { ...policy, tries: policy.tries === null ? '' : String(policy.tries) },
    items: reopen(items, course),
    extensions: extensions.map((each) => ({ student: each.student, due: local(each.due) })),
    ...{ given: null, saved: null },
  };
}

/** Something that is wrong at a field. */
export interface Fault {
  /** `due`, `points exercise:cost/one-step`, `student 0`, … */
  at: string;
  text: string;
  /** As long as it stands there is no link. */
  stops: boolean;
}

export interface Made {
  /** `null` where nothing is chosen or a fault stops it. */
  assignment: Assignment | null;
  /** What it is called, in any case. */
  title: string;
  faults: readonly Fault[];
}

/** @param now milliseconds since 1970, UTC */
export function toAssignment(of: Draft, course: Assignable, now: number): Made {
  const title = of.title?.trim() || usualTitle(of.items, course);
  const faults = [...faultsOfItems(of), ...faultsOfDates(of, now), ...faultsOfRules(of)];
  const all = [...faults, ...faultsOfExtensions(of)];
  if (of.items.length === 0 || faults.some(({ stops }) => stops))
    return { assignment: null, title, faults: all };
  const made = assignment.safeParse({
    ...{ id: of.id, title: title || 'Assignment', note: of.note.trim(), zone: of.zone, asks: of.asks },
    ...datesOf(of),
    policy: { ...of.policy, tries: toTries(of.policy.tries) },
    items: of.items.map((each) => ({ ...each, points: toPoints(each.points) })),
  });
  return { assignment: made.success ? made.data : null, title, faults: all };
}

/** The dates that are dates, and the extensions that are whole. */
export const datesOf = ({ opens, due, zone, extensions }: Draft) => ({
  ...{ opens: toMoment(opens, zone), due: toMoment(due, zone), zone },
  extensions: extensions.flatMap((each) => {
    const [student, due] = [each.student.trim(), toMoment(each.due, zone)];
    return student === '' || due === null ? [] : [{ student, due }];
  }),
});

/** Moves its dates; what is no date stays as it was typed. */
export function moveDraft(of: Draft, move: <T extends Dated>(dates: T) => T): Draft {
  const { zone } = of;
  const moved = move({
    ...{ opens: toMoment(of.opens, zone), due: toMoment(of.due, zone), zone },
    extensions: of.extensions.flatMap((each, i) => {
      const due = toMoment(each.due, zone);
      return due === null ? [] : [{ student: String(i), due }];
    }),
  });
  const own = new Map(moved.extensions.map(({ student, due }) => [Number(student), due]));
  const local = (ms: number | null | undefined, typed: string): string =>
    ms === null || ms === undefined ? typed : toLocal(ms, zone);
  return {
    ...of,
    ...{ opens: local(moved.opens, of.opens), due: local(moved.due, of.due) },
    extensions: of.extensions.map((each, i) => ({ ...each, due: local(own.get(i), each.due) })),
  };
}

function toTries(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const tries = policy.shape.tries.safeParse(Number(text));
  return tries.success ? tries.data : undefined;
}

const stop = (at: string, text: string): Fault => ({ at, text, stops: true });
const warn = (at: string, text: string): Fault => ({ at, text, stops: false });

const faultsOfItems = ({ items }: Draft): Fault[] => [
  ...items
    .filter(({ points }) => toPoints(points) === null)
    .map((each) => stop(`points ${keyOf(each)}`, 'Points are a number from 0 to 1000.')),
  ...(items.length > mostItems
    ? [stop('items', `An assignment has ${mostItems} items at the most: choose fewer, or make two of it.`)]
    : []),
];
const mostItems = 200;

function faultsOfDates({ opens, due, zone }: Draft, now: number): Fault[] {
  const [from, until] = [toMoment(opens, zone), toMoment(due, zone)];
  const none = 'This is no date. Fill in day and hour, or clear the field.';
  return [
    ...(opens !== '' && from === null ? [stop('opens', none)] : []),
    ...(due !== '' && until === null ? [stop('due', none)] : []),
    ...(from !== null && until !== null && until <= from
      ? [stop('due', 'It would be due before it opens.')]
      : []),
    ...(until !== null && until < now
      ? [warn('due', 'This is past: whatever is handed in now is late.')]
      : []),
  ];
}

const faultsOfRules = ({ policy, due }: Draft): Fault[] => [
  ...(toTries(policy.tries) === undefined
    ? [stop('tries', 'Tries are a whole number from 1 to 99, or nothing for any number.')]
    : []),
  ...(policy.solutions === 'due' && due === ''
    ? [warn('solutions', 'There is no due date, so solutions stay hidden.')]
    : []),
];

/** None of them stops the link for everybody. */
function faultsOfExtensions({ extensions, asks, due, zone }: Draft): Fault[] {
  const all = toMoment(due, zone);
  return extensions.flatMap((each, i) => {
    const own = toMoment(each.due, zone);
    const name = fold(each.student);
    const twice = extensions.some((other, j) => j < i && name !== '' && fold(other.student) === name);
    return [
      ...(twice ? [warn(`student ${i}`, 'This student stands here twice; the later date counts.')] : []),
      ...(name !== '' && asks === 'nothing'
        ? [warn(`student ${i}`, 'Students are asked for nothing now: ask for a name or a code, above.')]
        : []),
      // A line that was just added has neither.
      ...(name !== '' && own === null ? [warn(`extension ${i}`, 'Choose a date.')] : []),
      ...(own !== null && all !== null && own < all
        ? [warn(`extension ${i}`, 'This is earlier than the date for everybody.')]
        : []),
    ];
  });
}
