import { partsOf, type AnswerControl, type ControlParts } from './answer-control.ts';
import { freshId } from '../../figures/make.ts';
import { nameBySpoken } from './spoken.ts';
import { putVerdict, whyOf } from './verdict.ts';

/** Radio buttons or check boxes. */
export function createChoices({ root, key, changed }: ControlParts<'one' | 'several'>): AnswerControl {
  const parts = partsOf(root);
  const boxes = new Map(
    [...parts].flatMap(([name, part]) => {
      const box = part.querySelector('input');
      return box ? [[name, box] as const] : [];
    }),
  );
  for (const [name, box] of boxes) {
    const part = parts.get(name);
    if (!part) continue;
    describe(box, whyOf(part));
    nameBySpoken(box, part.querySelector('.choice-text'));
  }
  root.querySelector('.choices')?.addEventListener('change', changed);
  const chosen = (): string[] => [...boxes].flatMap(([name, box]) => (box.checked ? [name] : [])).sort();
  const choose = (names: readonly string[]): void => {
    for (const [name, box] of boxes) box.checked = names.includes(name);
  };
  return {
    read() {
      const names = chosen();
      const [first] = names;
      if (first === undefined)
        return {
          missing: key.kind === 'one' ? 'Choose an answer first.' : 'Choose at least one answer first.',
        };
      return { answer: key.kind === 'one' ? first : names };
    },
    write: (answer) => choose([answer].flat().filter((each) => typeof each === 'string')),
    clear: () => choose([]),
    mark(mark, shown) {
      for (const [name, isRight] of Object.entries(mark.parts)) {
        const part = parts.get(name);
        const word = isRight ? (shown ? 'The answer' : 'Right') : 'Wrong';
        if (part) putVerdict(part, { right: isRight, word, explained: true });
      }
    },
  };
}

function describe(box: HTMLElement, why: HTMLElement | null): void {
  if (!why) return;
  why.id ||= freshId('why');
  box.setAttribute('aria-describedby', why.id);
}
