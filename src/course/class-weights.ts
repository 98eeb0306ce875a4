/**
 * What a student's browser fetches, in kB as a server sends it when it compresses, measured on `/cost/` with nothing kept
 * before. A test of the built site holds them to a fifth.
 */
export const weights = {
  /** The first lesson, fonts included, nothing touched. */
  page: 350,
  /** A lesson after that. */
  nextPage: 50,
  /** The first run of a cell: TensorFlow.js, its wasm back end, charts. */
  run: 520,
  /** The first check of an exercise. */
  check: 125,
  /** The large editor, on a screen that has room for it. */
  editor: 900,
} as const;
