import type { Editor, EditorOptions, Marker } from '../editor.ts';
import { insertStyles } from '../styles.ts';
import { typeSettingOf } from '../type-setting.ts';
import { newLine } from './indent.ts';

/** A text area that grows with its text. Tab leaves it; Enter keeps the indentation. */
export function openSmallEditor(options: EditorOptions, note?: string): Editor {
  insertStyles();
  const box = document.createElement('div');
  box.className = 'cell-editor';
  box.dir = 'ltr';
  const area = createArea(options);
  const list = document.createElement('ul');
  list.className = 'editor-markers';
  list.hidden = true;
  box.append(area, list, ...(note === undefined ? [] : [createNote(note)]));
  options.parent.append(box);
  const fit = () => {
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  };
  area.addEventListener('input', () => {
    fit();
    options.onChange(area.value);
  });
  area.addEventListener('keydown', (event) => onKey(event, area, options));
  fit();
  return {
    get value() {
      return area.value;
    },
    set value(text) {
      if (text !== area.value) replace(area, 0, area.value.length, text);
    },
    focus: () => area.focus(),
    reveal: (line, column) => reveal(area, line, column),
    setMarkers: (markers) => showMarkers(list, markers),
    dispose: () => box.remove(),
  };
}

function createArea({ label, value, parent }: EditorOptions): HTMLTextAreaElement {
  const area = document.createElement('textarea');
  const setting = typeSettingOf(parent);
  area.className = 'small-editor';
  area.setAttribute('aria-label', label);
  area.spellcheck = false;
  area.autocapitalize = 'off';
  area.setAttribute('autocorrect', 'off');
  area.autocomplete = 'off';
  area.value = value;
  // Typing begins where reading does; else the view stands at the end of the longest line.
  area.setSelectionRange(0, 0);
  area.rows = 1;
  Object.assign(area.style, {
    fontFamily: setting.fontFamily,
    fontSize: `${setting.fontSize}px`,
    lineHeight: `${setting.lineHeight}px`,
    padding: `${setting.padding.top}px ${setting.padding.left}px ${setting.padding.bottom}px`,
  });
  return area;
}

function onKey(event: KeyboardEvent, area: HTMLTextAreaElement, options: EditorOptions): void {
  if (event.isComposing) return;
  if (event.key === 'Tab') {
    // The browser moves the focus after this event.
    setTimeout(options.onLeave);
  } else if (event.key === 'Enter') {
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) options.onRun();
    else breakLine(area);
  }
}

function breakLine(area: HTMLTextAreaElement): void {
  const { selectionStart: from, selectionEnd: to, value } = area;
  const { text, cursor } = newLine(value.slice(0, from), value.slice(to));
  replace(area, from, to, text);
  area.setSelectionRange(from + cursor, from + cursor);
}

/** Writes as the keyboard does, so that the browser's own undo takes it back. */
function replace(area: HTMLTextAreaElement, from: number, to: number, text: string): void {
  const before = document.activeElement;
  area.focus();
  area.setSelectionRange(from, to);
  // Deprecated without a successor: nothing else keeps a text area's undo history.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const done = document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
  if (!done) {
    area.setRangeText(text, from, to, 'end');
    area.dispatchEvent(new Event('input'));
  }
  if (before !== area && before instanceof HTMLElement) before.focus();
}

function reveal(area: HTMLTextAreaElement, line: number, column: number): void {
  const lines = area.value.split('\n').slice(0, line - 1);
  const start = lines.reduce((sum, text) => sum + text.length + 1, 0);
  const at = Math.min(start + column - 1, area.value.length);
  area.focus();
  area.setSelectionRange(at, at);
  area.scrollIntoView({ block: 'nearest' });
}

function showMarkers(list: HTMLUListElement, markers: readonly Marker[]): void {
  list.hidden = markers.length === 0;
  list.replaceChildren(
    ...markers.map(({ line, message, severity }) => {
      const item = document.createElement('li');
      item.dataset['severity'] = severity;
      item.textContent = `${severity === 'error' ? 'Error' : 'Warning'}, line ${line}: ${message}`;
      return item;
    }),
  );
}

function createNote(text: string): HTMLElement {
  const note = document.createElement('p');
  note.className = 'editor-note';
  note.setAttribute('role', 'status');
  note.textContent = text;
  return note;
}
