import { exact } from './measured-exact.ts';
import { measured } from './measured.ts';
import { predict } from './predict.ts';
import { recap } from './recap.ts';
import type { Word } from './word.ts';

/** Every word that a lesson may use, by name. */
export const words: ReadonlyMap<string, Word> = new Map(
  ([exact, measured, predict, recap] as Word[]).map((word) => [word.name, word]),
);
