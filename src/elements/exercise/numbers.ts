/** The numbers of an exercise: which ones stand now, in the text, in the kernel and in what is kept. */
import { hash } from '../../learning/hash.ts';
import type { CellView } from '../session/cell-view.ts';
import type { Session } from '../session/session.ts';

export interface Numbers {
  /** A name for those that stand now. */
  name(): string;
  /** Takes the next ones. Rejects with a sentence when they cannot be fetched. */
  next(): Promise<void>;
}

/**
 * @param first the lesson's own, as the text of the cell that holds them
 * @param onChange other numbers stand, chosen or brought back
 */
export function createNumbers(
  exercise: HTMLElement,
  session: Session,
  first: string,
  onChange: () => void,
): Numbers {
  const id = `${exercise.id}-given`;
  let now = first;

  const sets = async () => {
    const { exercises } = await session.lessonRecord();
    return exercises.find((each) => each.id === exercise.id)?.given?.sets ?? [];
  };

  async function show(source: string): Promise<void> {
    const found = (await sets()).find((set) => set.source === source);
    if (!found) return;
    now = source;
    for (const place of exercise.querySelectorAll<HTMLElement>('.exercise-given'))
      place.textContent = found.numbers[place.dataset['of'] ?? ''] ?? '';
    onChange();
  }

  const view: CellView = {
    ...{ id, title: exercise.dataset['title'] ?? id, original: first, live: false, unseen: true },
    text: () => now,
    restore({ source }) {
      if (source !== null)
        show(source).then(
          () => session.restored(id),
          () => undefined,
        );
    },
    ...{ receive: ignore, conflict: ignore, fail: ignore, mark: ignore, reveal: ignore, closeEditor: ignore },
  };
  session.attach(view);
  void session.restore(view);

  return {
    name: () => hash(now),
    async next() {
      const all = await sets();
      const at = all.findIndex(({ source }) => source === now);
      const following = all[(at + 1) % Math.max(1, all.length)];
      if (!following) return;
      await show(following.source);
      session.edit(id, following.source, first);
    },
  };
}

const ignore = (): void => undefined;
