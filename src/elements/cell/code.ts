/** The code of a cell at rest: the lesson's own highlighting, or the reader's text beside it; and a mark on a line. */
import { tokens } from './tokens.ts';

export interface CodeView {
  /** The reader's text, or `null` for the lesson's own. */
  show(text: string | null): void;
  /** Marks a line (from 1) and brings it into sight; `null` takes the mark away. */
  mark(line: number | null): void;
  /** The element that shows the code now. */
  current(): HTMLElement;
}

export function createCodeView(code: HTMLElement, own: HTMLElement): CodeView {
  let edited: HTMLElement | undefined;
  let marker: HTMLElement | undefined;
  return {
    show(text) {
      own.hidden = text !== null;
      if (text === null) {
        edited?.remove();
        edited = undefined;
        return;
      }
      edited ??= code.appendChild(createEdited(own));
      edited.replaceChildren(highlighted(text));
    },
    mark(line) {
      marker?.remove();
      marker = undefined;
      if (line === null) return;
      marker = Object.assign(document.createElement('div'), { className: 'cell-line' });
      marker.style.setProperty('--line-number', `${line}`);
      code.append(marker);
    },
    current: () => edited ?? own,
  };
}

function createEdited(own: HTMLElement): HTMLElement {
  const pre = document.createElement('pre');
  pre.className = 'cell-source cell-edited';
  pre.tabIndex = 0;
  pre.title = own.title;
  return pre;
}

/** A text as `<code>` with its words coloured. */
export function highlighted(text: string): HTMLElement {
  const code = document.createElement('code');
  for (const token of tokens(text)) {
    if (token.kind === 'plain') code.append(token.text);
    else {
      const span = document.createElement('span');
      span.className = `token-${token.kind}`;
      span.textContent = token.text;
      code.append(span);
    }
  }
  return code;
}
