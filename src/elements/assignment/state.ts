/** What the page of assignments shows, and what the reader has done on it so far. */
import type { Adopted } from '../../teaching/adopted.ts';
import type { Assignable } from '../../teaching/assignable.ts';
import type { Assignment } from '../../teaching/assignment.ts';
import type { Done } from './work.ts';

export type Shown =
  /** All that this browser has. */
  | { kind: 'list' }
  /** A link that cannot be read. */
  | { kind: 'fault'; fault: string }
  /** An assignment out of a link. Nothing of it is kept. */
  | { kind: 'offer'; assignment: Assignment }
  /** One that this browser has. */
  | { kind: 'own'; id: string }
  /** One that it does not have. */
  | { kind: 'gone' };

/** Handing in, as far as it has come. */
export interface Handing {
  /** No name was typed where one is asked for. */
  nameless: boolean;
  /** Saving was pressed though nothing is done. */
  sure: boolean;
  /** Why no file was made. */
  fault: string | null;
  /** The file that was saved. */
  saved: string | null;
  /** What is in the file, once the reader looks. */
  text: string | null;
  busy: boolean;
}

export const notHanding: Handing = {
  ...{ nameless: false, sure: false, busy: false },
  ...{ fault: null, saved: null, text: null },
};

/** What was just done. */
export type Says =
  | string
  /** An assignment was started: with links to where it goes on. */
  | { started: string };

export interface State {
  shown: Shown;
  entries: readonly Adopted[];
  /** What is shelved is gone with the page. */
  unkept: boolean;
  /** `null` where it could not be fetched. */
  course: Assignable | null;
  done: Done | null;
  /** Progress is switched off. */
  off: boolean;
  handing: Handing;
  says: Says;
  now: number;
}

/** `#a=…` is a link, `#k3v9x2m1q8` an assignment that was adopted, anything else the list. */
export const idIn = (fragment: string): string | null =>
  /^#(?<id>[0-9a-z]{8,32})$/u.exec(fragment)?.groups?.['id'] ?? null;

export const entryOf = ({ entries }: Pick<State, 'entries'>, id: string): Adopted | undefined =>
  entries.find(({ assignment }) => assignment.id === id);
