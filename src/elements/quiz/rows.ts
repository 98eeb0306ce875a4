import { partsOf, type AnswerControl, type ControlParts } from './answer-control.ts';
import { nameBySpoken } from './spoken.ts';
import { putVerdict } from './verdict.ts';

/** Rows that each get a target from a select. */
export function createRows({ root, changed }: ControlParts<'pairs' | 'groups'>): AnswerControl {
  const parts = partsOf(root);
  const selects = new Map(
    [...parts].flatMap(([name, part]) => {
      const select = part.querySelector('select');
      return select ? [[name, select] as const] : [];
    }),
  );
  for (const [name, select] of selects)
    nameBySpoken(select, parts.get(name)?.querySelector('.row-text') ?? null);
  root.querySelector('.rows')?.addEventListener('change', changed);
  return {
    read() {
      const open = [...selects.values()].filter(({ value }) => value === '').length;
      if (open > 0)
        return { missing: `Choose for every row first; ${open} ${open === 1 ? 'is' : 'are'} open.` };
      return { answer: Object.fromEntries([...selects].map(([name, { value }]) => [name, value])) };
    },
    write(answer) {
      const given = new Map(typeof answer === 'object' && answer ? Object.entries(answer) : []);
      for (const [name, select] of selects) {
        const target = given.get(name);
        if (typeof target === 'string') select.value = target;
      }
    },
    clear() {
      for (const select of selects.values()) select.value = '';
    },
    mark(mark, shown) {
      for (const [name, part] of parts) {
        const right = mark.parts[name] ?? false;
        putVerdict(part, {
          right,
          word: right ? (shown ? 'The answer' : 'Right') : 'Not this',
          explained: right,
        });
      }
    },
  };
}
