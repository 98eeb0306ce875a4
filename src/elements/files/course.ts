/** What of the course can be given out, fetched once for a page. */
import { assignable, type Assignable } from '../../teaching/assignable.ts';
import { fetchData } from './fetch-data.ts';

let fetching: Promise<Assignable> | undefined;

/** Rejects with a sentence; the next call tries again. */
export function fetchCourse(): Promise<Assignable> {
  fetching ??= fetchData('assignable', assignable, 'the list of the course');
  fetching.catch(() => (fetching = undefined));
  return fetching;
}
