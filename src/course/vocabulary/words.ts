import { recap } from './recap.ts';
import type { Word } from './word.ts';

/** Every word that a lesson may use, by name. */
export const words: ReadonlyMap<string, Word> = new Map(([recap] as Word[]).map((word) => [word.name, word]));
