/** What the page of assigning knows, and what can be done with it. It knows no elements. */
import type { Assignable } from '../../teaching/assignable.ts';
import type { FoundPart } from '../../teaching/assignable.ts';
import { keyOf } from '../../teaching/assignment.ts';
import {
  emptyDraft,
  isEmpty,
  moveDraft,
  toAssignment,
  toDraft,
  type Draft,
  type Made,
} from '../../teaching/draft.ts';
import { shiftDates, shiftDueTo, type Shift } from '../../teaching/dates.ts';
import { choose, indexCourse, takePresent, type CourseIndex } from '../../teaching/selection.ts';
import { toMoment } from '../../teaching/zoned.ts';
import type { Links } from './links.ts';
import type { Opened } from './open.ts';

/** A sentence about what was just done, and where it is shown. */
export interface Said {
  at: 'link' | 'file' | 'open' | 'dates' | `student ${number}`;
  text: string;
  fault?: boolean;
  /** Where the file that was opened belongs. */
  to?: 'collect';
  /** What was there before, to be put back. */
  before?: Draft;
}

export interface DeskState {
  readonly course: Assignable;
  readonly index: CourseIndex;
  readonly draft: Draft;
  readonly made: Made;
  /** Of what was made; `null` where nothing was. */
  readonly links: Links | null;
  /** Words that the list of the course is searched for. */
  readonly words: string;
  /** Chapters that somebody opened or closed. */
  readonly open: ReadonlyMap<number, boolean>;
  readonly said: Said | null;
}

export interface DeskOptions {
  course: Assignable;
  zone: string;
  kept: Draft | null;
  now(): number;
  keep(draft: Draft): void;
  toLinks(of: NonNullable<Made['assignment']>): Promise<Links>;
  /** Called after every change. */
  changed(): void;
}

export type Desk = ReturnType<typeof createDesk>;

export function createDesk({ course, zone, kept, now, keep, toLinks, changed }: DeskOptions) {
  const index = indexCourse(course);
  const first = kept ?? emptyDraft(zone);
  let state: DeskState = {
    ...{ course, index, draft: first, made: toAssignment(first, course, now()), links: null },
    ...{ words: '', open: openAtFirst(first), said: null },
  };
  /** The links of the present draft, sooner or later. */
  let linking = Promise.resolve<Links | null>(null);

  const set = (change: Partial<DeskState>): void => {
    state = { ...state, ...change };
    changed();
  };

  function openAtFirst({ items }: Draft): Map<number, boolean> {
    const lessons = new Set(items.map(({ lesson }) => lesson));
    const begun = course.chapters.filter((each) => each.lessons.some(({ id }) => lessons.has(id)));
    return new Map(begun.map(({ number }) => [number, true]));
  }

  /** What is said stays only until the next change. */
  function setDraft(draft: Draft, more: Partial<DeskState> = {}): void {
    const made = toAssignment(draft, course, now());
    keep(draft);
    set({ draft, made, links: made.assignment && state.links, said: null, ...more });
    link(made.assignment);
  }

  function link(assignment: Made['assignment']): void {
    const mine = assignment ? toLinks(assignment).catch(() => null) : Promise.resolve(null);
    linking = mine;
    void mine.then((links) => {
      // Another change has come since.
      if (linking === mine) set({ links });
    });
  }
  link(state.made.assignment);

  /** From now on the file that was saved is behind. */
  const edit = (draft: Draft): void => setDraft({ ...draft, saved: draft.saved === null ? null : false });
  const change = (part: Partial<Draft>): void => edit({ ...state.draft, ...part });

  return {
    get state(): DeskState {
      return state;
    },
    change,
    say: (said: Said | null): void => set({ said }),
    search: (words: string): void => set({ words }),
    unfold: (chapter: number, open: boolean): void => set({ open: new Map(state.open).set(chapter, open) }),
    choose(parts: readonly FoundPart[], on: boolean): void {
      change({ items: choose(state.draft.items, parts, on, index) });
    },
    setPoints(key: string, points: string): void {
      change({ items: state.draft.items.map((each) => (keyOf(each) === key ? { ...each, points } : each)) });
    },
    drop(key: string): void {
      change({ items: state.draft.items.filter((each) => keyOf(each) !== key) });
    },
    takePresent: (): void => change({ items: takePresent(state.draft.items, index) }),
    addExtension(): void {
      change({ extensions: [...state.draft.extensions, { student: '', due: state.draft.due }] });
    },
    changeExtension(place: number, part: Partial<Draft['extensions'][number]>): void {
      change({
        extensions: state.draft.extensions.map((each, i) => (i === place ? { ...each, ...part } : each)),
      });
    },
    removeExtension(place: number): void {
      change({ extensions: state.draft.extensions.filter((_, i) => i !== place) });
    },
    shift: (by: Shift): void => edit(moveDraft(state.draft, (dates) => shiftDates(dates, by))),
    /** @returns whether that was a date */
    shiftTo(local: string): boolean {
      const due = toMoment(local, state.draft.zone);
      if (due === null) return false;
      edit(moveDraft(state.draft, (dates) => shiftDueTo(dates, due)));
      return true;
    },
    /** The present draft's links, as soon as they are there, noted as given out. */
    async giveOut(): Promise<Links | null> {
      const links = await linking;
      if (links && links.fragment !== state.draft.given) {
        const draft = { ...state.draft, given: links.fragment };
        keep(draft);
        set({ draft });
      }
      return links;
    },
    links: (): Promise<Links | null> => linking,
    /** A file with all that stands here was saved. */
    noteSaved(): void {
      const draft = { ...state.draft, saved: true };
      keep(draft);
      set({ draft });
    },
    /**
     * Puts it in the place of what is here, which can be put back. A link has no dates of other students, so that there
     * is more in the file.
     */
    async open(opening: Promise<Opened>, from: 'file' | 'link'): Promise<boolean> {
      const opened = await opening;
      if ('fault' in opened) {
        const to = opened.to === undefined ? {} : { to: opened.to };
        set({ said: { at: 'open', text: opened.fault, fault: true, ...to } });
        return false;
      }
      const draft = toDraft(opened, index);
      const { assignment } = toAssignment(draft, course, now());
      const given = assignment && (await toLinks(assignment)).fragment;
      const before = isEmpty(state.draft) ? {} : { before: state.draft };
      const text = `Opened: “${opened.title}”. It stays the same assignment: what was handed in for it still belongs to it.`;
      setDraft(
        { ...draft, given, saved: from === 'file' ? true : null },
        { open: openAtFirst(draft), words: '', said: { at: 'open', text, ...before } },
      );
      return true;
    },
    restore: (draft: Draft): void => setDraft(draft, { open: openAtFirst(draft), words: '' }),
    renew: (): void => setDraft(emptyDraft(zone), { open: new Map(), words: '' }),
    isEmpty: (): boolean => isEmpty(state.draft),
  };
}
