/** The reader's progress as the elements of a page see it. */
import { noProgress, withFact, type Fact, type LessonProgress } from '../../learning/progress.ts';

export interface ProgressBook {
  /** What is known of a lesson; nothing done where nothing is kept. Never rejects. */
  load(lesson: string): Promise<LessonProgress>;
  /** Notes a fact. Never fails: where nothing can be kept it holds for this page. */
  record(lesson: string, fact: Fact): void;
  subscribe(listener: (lesson: string, progress: LessonProgress) => void): () => void;
}

function createBook(): ProgressBook {
  const pages = new Map<string, LessonProgress>();
  const listeners = new Set<(lesson: string, progress: LessonProgress) => void>();
  const of = (lesson: string): LessonProgress => pages.get(lesson) ?? noProgress(Date.now());
  return {
    load: (lesson) => Promise.resolve(of(lesson)),
    record(lesson, fact) {
      const next = withFact(of(lesson), fact, Date.now());
      pages.set(lesson, next);
      for (const listener of [...listeners]) listener(lesson, next);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

let book: ProgressBook | undefined;

/** One book serves the page. */
export const progressBook = (): ProgressBook => (book ??= createBook());
