/** What the benchmark measures: addresses of the built course (test pages included) and of the bare pages. */
export interface Subject {
  /** Ends with a slash. */
  course: string;
  bare: string;
}

export const cellPage = ({ course }: Subject, backend: string): string =>
  `${course}one-cell/?backend=${backend}`;
