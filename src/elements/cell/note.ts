/** A note between code and output: a text, a difference, and what the reader can do about it. */
import type { DifferenceLine } from '../../learning/difference.ts';

export interface NoteSpec {
  /** Notes of one subject replace each other. */
  subject: 'lesson' | 'versions' | 'undo';
  text: string;
  lines?: readonly DifferenceLine[];
  /** Any of them takes the note away. */
  actions: readonly { label: string; act(): void }[];
}

const signs = { same: ' ', removed: '−', added: '+' } as const;

export function putNote(cell: HTMLElement, before: HTMLElement, spec: NoteSpec): void {
  dropNote(cell, spec.subject);
  const note = document.createElement('div');
  note.className = 'cell-note';
  note.dataset['subject'] = spec.subject;
  note.append(Object.assign(document.createElement('p'), { textContent: spec.text }));
  if (spec.lines) note.append(differenceView(spec.lines));
  const row = Object.assign(document.createElement('div'), { className: 'cell-note-actions' });
  for (const { label, act } of spec.actions) row.append(actionButton(label, () => (note.remove(), act())));
  note.append(row);
  before.before(note);
}

export function dropNote(cell: HTMLElement, subject: NoteSpec['subject']): void {
  cell.querySelector(`.cell-note[data-subject="${subject}"]`)?.remove();
}

function actionButton(label: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'cell-button';
  button.textContent = label;
  button.addEventListener('click', act);
  return button;
}

function differenceView(lines: readonly DifferenceLine[]): HTMLElement {
  const view = document.createElement('pre');
  view.className = 'cell-difference';
  view.tabIndex = 0;
  view.role = 'region';
  view.ariaLabel = 'Difference: lines with − are yours, lines with + are the other text’s';
  for (const { kind, text } of lines) {
    const line = document.createElement('span');
    line.className = `difference-${kind}`;
    line.textContent = `${signs[kind]} ${text}\n`;
    view.append(line);
  }
  return view;
}
