/** Names a value of the lesson's scope: `losses[3].value`. Parsed, never evaluated. */
export type PathStep = { property: string } | { index: number };

export interface ValuePath {
  /** The variable. */
  name: string;
  steps: PathStep[];
}

const lengthLimit = 300;
const name = /^[\p{ID_Start}$_][\p{ID_Continue}$]*/u;
const step = /^(?:\.([\p{ID_Start}$_][\p{ID_Continue}$]*)|\[(\d{1,9})\])/u;

/** `null` for a text that is no path: a name, then any of `.name` and `[number]`. */
export function parsePath(text: string): ValuePath | null {
  const [first] = name.exec(text) ?? [];
  if (first === undefined || text.length > lengthLimit) return null;
  const steps: PathStep[] = [];
  let rest = text.slice(first.length);
  while (rest !== '') {
    const match = step.exec(rest);
    if (match === null) return null;
    const [all, property, index] = match;
    steps.push(property === undefined ? { index: Number(index) } : { property });
    rest = rest.slice(all.length);
  }
  return { name: first, steps };
}

/** As one writes it: `.value`, `[3]`. */
export const stepText = (step: PathStep): string =>
  'index' in step ? `[${step.index}]` : `.${step.property}`;
