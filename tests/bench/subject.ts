/** What the benchmark measures: addresses of the built course (kitchen sink included) and of the bare pages. */
export interface Subject {
  /** Ends with a slash. */
  course: string;
  bare: string;
}

export const sink = ({ course }: Subject, backend: string): string =>
  `${course}kitchen-sink/?backend=${backend}`;
