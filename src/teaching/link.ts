/** An assignment as the end of an address. What stands behind `#` never leaves the browser. */
import * as z from 'zod/mini';
import { assignment, extension, item, shortHash, type Assignment } from './assignment.ts';
import { fold } from './names.ts';
import { pack, TooLarge, unpack } from './packing.ts';

const version = '1';
/** Characters of a link that are looked at, and bytes of what is in it. */
const limits = { code: 60_000, text: 200_000 } as const;

/** Items of one lesson, short, because links are read by cameras. */
const group = z.tuple([
  item.shape.lesson,
  z.array(z.tuple([z.enum(['e', 'q']), item.shape.part, item.shape.hash, item.shape.points])),
]);

const { id, title, note, opens, due, zone, asks, policy } = assignment.shape;
const { tries, hints, solutions, exercises, answers } = policy.shape;
const wire = z.tuple([
  ...([id, title, note, opens, due, zone, asks] as const),
  z.tuple([tries, hints, solutions, exercises, answers]),
  z.array(group).check(z.minLength(1), z.maxLength(200)),
  z.array(z.tuple([extension.shape.student, extension.shape.due])).check(z.maxLength(1)),
]);

/**
 * `#a=1.…`, for an address of the site.
 *
 * @param student whose extension goes with it; nobody else's does
 */
export async function toFragment(of: Assignment, student?: string): Promise<string> {
  const own = of.extensions
    .filter((each) => student !== undefined && fold(each.student) === fold(student))
    .sort((a, b) => a.due - b.due)
    .slice(-1);
  const { tries, hints, solutions, exercises, answers } = of.policy;
  const text = JSON.stringify([
    ...[of.id, of.title, of.note, of.opens, of.due, of.zone, of.asks],
    [tries, hints, solutions, exercises, answers],
    grouped(of),
    own.map((each) => [each.student, each.due]),
  ]);
  return `#a=${version}.${await pack(text)}`;
}

function grouped({ items }: Assignment): z.infer<typeof group>[] {
  const groups: z.infer<typeof group>[] = [];
  for (const { kind, lesson, part, hash, points } of items) {
    // Only neighbours: their order is the teacher's.
    if (groups.at(-1)?.[0] !== lesson) groups.push([lesson, []]);
    groups.at(-1)?.[1].push([kind === 'exercise' ? 'e' : 'q', part, shortHash(hash), points]);
  }
  return groups;
}

/**
 * @param again what to do where it is damaged
 * @returns the assignment; `null` where the fragment is not one; or what is wrong with it and what to do
 */
export async function readFragment(
  fragment: string,
  again = 'Ask your teacher for the link again, and copy it whole.',
): Promise<Assignment | null | { fault: string }> {
  const found = /^#a=(?<at>\d{1,4})\.(?<code>[\w-]*)(?<rest>.?)/u.exec(fragment);
  if (!fragment.startsWith('#a=')) return null;
  const { at, code, rest } = found?.groups ?? {};
  if (at === undefined || code === undefined || rest !== '')
    return { fault: `This link to an assignment has been cut or changed. ${again}` };
  if (Number(at) > Number(version))
    return {
      fault:
        'This link was made by a newer version of the course. Reload the page, then open the link again.',
    };
  if (code.length > limits.code)
    return { fault: `This link is longer than links of the course can be. ${again}` };
  let data: unknown;
  try {
    data = JSON.parse(await unpack(code, limits.text));
  } catch (error) {
    const why =
      error instanceof TooLarge ? error.message : 'It cannot be unpacked: a part of it may be missing.';
    return { fault: `This link does not hold an assignment. ${why} ${again}` };
  }
  const parsed = wire.safeParse(data);
  if (!parsed.success) return { fault: `This link holds something else than an assignment. ${again}` };
  const whole = assignment.safeParse(toAssignment(parsed.data));
  return whole.success ? whole.data : { fault: `This link holds more than an assignment may. ${again}` };
}

function toAssignment(data: z.infer<typeof wire>): Assignment {
  const [id, title, note, opens, due, zone, asks, rules, groups, extensions] = data;
  const [tries, hints, solutions, exercises, answers] = rules;
  return {
    ...{ id, title, note, opens, due, zone, asks },
    policy: { tries, hints, solutions, exercises, answers },
    items: groups.flatMap(([lesson, parts]) =>
      parts.map(([kind, part, hash, points]) => ({
        ...{ kind: kind === 'e' ? ('exercise' as const) : ('quiz' as const), lesson, part, hash, points },
      })),
    ),
    extensions: extensions.map(([student, due]) => ({ student, due })),
  };
}
