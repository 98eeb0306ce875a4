/** Pagefind's index, as plain data. */
import * as z from 'zod/mini';
import { readText } from './rank.ts';

export interface Found {
  url: string;
  title: string;
  /** The words around the hit, cut where a hit begins and ends. */
  excerpt: { text: string; hit: boolean }[];
}

export interface Index {
  search(text: string): Promise<Found[]>;
}

const page = z.object({
  url: z.string(),
  excerpt: z.string(),
  meta: z.object({ title: z.optional(z.string()) }),
});

interface Pagefind {
  search(text: string): Promise<{ results: { data(): Promise<unknown> }[] }>;
}

const shown = 8;

export async function loadIndex(address: string): Promise<Index> {
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  return {
    async search(text) {
      const { results } = await pagefind.search(text);
      const pages = await Promise.all(results.slice(0, shown).map((result) => result.data()));
      return pages.map((data) => toFound(page.parse(data))).filter(({ excerpt }) => answers(text, excerpt));
    },
  };
}

/**
 * Pagefind shortens a word that it does not find until something begins with what is left. Endings may differ
 * (`learning`, `learned`), but a hit must share its first four letters with a word that was asked for.
 */
export function answers(query: string, excerpt: Found['excerpt']): boolean {
  const hits = excerpt.filter(({ hit }) => hit).flatMap(({ text }) => readText(text).words);
  return readText(query).words.some((word) => hits.some((hit) => hit.startsWith(word.slice(0, 4))));
}

function toFound({ url, excerpt, meta }: z.infer<typeof page>): Found {
  return { url, title: meta.title ?? url, excerpt: cutExcerpt(excerpt) };
}

/** Pagefind marks hits with `<mark>` in escaped HTML; the page shows text, so the marks become data. */
export function cutExcerpt(html: string): Found['excerpt'] {
  return html
    .split(/(<mark>.*?<\/mark>)/u)
    .filter((part) => part !== '')
    .map((part) => ({
      text: unescape(part.replace(/^<mark>|<\/mark>$/gu, '')),
      hit: part.startsWith('<mark>'),
    }));
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", '#x27': "'" };

const unescape = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot|#39|#x27);/gu, (whole, name: string) => entities[name] ?? whole);
