import { meantOr } from './likely-names.ts';

/** What stands on a cell's fence: ```` ```ts cell id="train" title="Train it" room=12 live ````. */
export interface CellMeta {
  id: string;
  title: string;
  /** Height kept free for the output, in rem. */
  room: number | null;
  /** The same on a phone, where lines wrap and things stand below each other; as `room` when not given. */
  narrow: number | null;
  /** Runs again at once when one of its inputs changes. */
  live: boolean;
  /** Takes more than ten seconds, up to thirty, on two cores without a graphics card: the reader is told before. */
  long: boolean;
}

export interface MetaProblem {
  message: string;
  remedy: string;
}

const attribute = /\s*([^\s="]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/y;
const known = ['id', 'title', 'room', 'narrow', 'live', 'long'];
const tallest = 60;

/** Does this fence hold a cell? */
export const isCellFence = (meta: string | null | undefined): boolean => /^cell(?:\s|$)/.test(meta ?? '');

/** Reads the words behind the language of a cell's fence. Every problem is found, not the first alone. */
export function parseCellMeta(language: string, meta: string): { cell: CellMeta; problems: MetaProblem[] } {
  const { values, problems } = readAttributes(meta);
  if (language !== 'ts') {
    problems.push({
      message: `A cell is written in ts, not in ${language}.`,
      remedy: 'Begin the fence with ```ts cell.',
    });
  }
  const cell = {
    id: readId(values.get('id'), problems),
    title: readTitle(values.get('title'), problems),
    room: readRoom('room', values.get('room'), problems),
    narrow: readRoom('narrow', values.get('narrow'), problems),
    live: values.has('live'),
    long: values.has('long'),
  };
  if (cell.narrow !== null && cell.room === null)
    problems.push({
      message: 'narrow stands without room.',
      remedy: 'Write room as well: the usual height.',
    });
  for (const flag of ['live', 'long'])
    if (values.get(flag))
      problems.push({ message: `${flag} takes no value.`, remedy: `Write ${flag} alone.` });
  return { cell, problems };
}

function readAttributes(meta: string) {
  const values = new Map<string, string>();
  const problems: MetaProblem[] = [];
  attribute.lastIndex = 'cell'.length;
  for (let found = attribute.exec(meta); found; found = attribute.exec(meta)) {
    const [, name = '', double, single, bare] = found;
    if (!known.includes(name)) {
      problems.push({
        message: `A cell's fence knows no ${name}.`,
        remedy: meantOr(name, known, `It knows ${known.join(', ')}; a value with spaces stands in "quotes".`),
      });
    } else if (values.has(name)) {
      problems.push({ message: `${name} stands twice on this fence.`, remedy: 'Keep one of them.' });
    }
    values.set(name, double ?? single ?? bare ?? '');
  }
  return { values, problems };
}

function readId(id: string | undefined, problems: MetaProblem[]): string {
  if (!id) {
    problems.push({
      message: 'This cell has no id.',
      remedy: 'Write id="…" on its fence; saved work and links point at it for ever.',
    });
  } else if (!/^[a-z][a-z0-9-]{0,63}$/.test(id)) {
    problems.push({
      message: `"${id}" cannot be a cell's id.`,
      remedy: 'Use small letters, digits and hyphens, beginning with a letter, as in id="learning-rate".',
    });
  }
  return id ?? '';
}

function readTitle(title: string | undefined, problems: MetaProblem[]): string {
  if (!title?.trim()) {
    problems.push({
      message: 'This cell has no title.',
      remedy: 'Write title="…" on its fence: what the cell does, in a few words.',
    });
  }
  return title ?? '';
}

function readRoom(name: 'room' | 'narrow', room: string | undefined, problems: MetaProblem[]): number | null {
  if (room === undefined) return null;
  const height = Number(room);
  if (room !== '' && height > 0 && height <= tallest) return height;
  problems.push({
    message: `${name} is the height of the output in rem, from 1 to ${tallest}, not "${room}".`,
    remedy: `Write for instance ${name}=12, or leave it out.`,
  });
  return null;
}
