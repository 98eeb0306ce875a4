/** What a search has found, in groups, as the dialog shows it. */
import type { Entry } from './entries.ts';
import type { Found } from './index-client.ts';

export interface Group {
  title: string;
  results: Result[];
  /** How many there are, of which `results` are the first. */
  count: number;
}

export interface Result {
  url: string;
  title: string;
  note: { text: string; hit: boolean }[];
}

const entryTitles = [
  ['lesson', 'Lessons'],
  ['term', 'Terms'],
  ['part', 'Cells and exercises'],
  ['topic', 'Topics'],
] as const;

/** How many results of a group are shown. */
const shown = 5;

/** Groups in the order of the dialog; those without results are left out. */
export function groupResults(entries: readonly Entry[], passages: readonly Found[]): Group[] {
  const [lessons, ...others] = entryTitles.map(([group, title]): Group => {
    const own = entries.filter((entry) => entry.group === group);
    return { title, results: own.slice(0, shown).map(toResult), count: own.length };
  });
  const text = {
    title: 'In the text',
    results: passages.slice(0, shown).map(toPassage),
    count: passages.length,
  };
  return [...(lessons ? [lessons] : []), text, ...others].filter(({ count }) => count > 0);
}

const toResult = ({ title, at, note }: Entry): Result => ({
  url: at,
  title,
  note: [{ text: note, hit: false }],
});

const toPassage = ({ url, title, excerpt }: Found): Result => ({ url, title, note: excerpt });

/** What is said aloud of the results. */
export function tell(groups: readonly Group[]): string {
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  return count === 0 ? 'Nothing found.' : count === 1 ? 'One result.' : `${count} results.`;
}
