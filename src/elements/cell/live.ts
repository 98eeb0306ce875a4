/** A cell that has been touched: joins the element, the session, the editor and the view of outputs. */
import type { KernelEvent } from '../../kernel/kernel.ts';
import type { Plain } from '../../kernel/plain.ts';
import type { CellError, CellState } from '../../kernel/protocol.ts';
import type { Editor } from '../../editor/editor.ts';
import type { CellView } from '../session/cell-view.ts';
import { openSession, type Session } from '../session/session.ts';
import type { DescentCell } from './cell.ts';
import { changedEvent } from './changed.ts';
import { createCodeView, type CodeView } from './code.ts';
import { ranEvent, type RanDetail } from './ran.ts';
import { createOutputPanel, type OutputPanel } from './output-panel.ts';
import { createStateView, type StateView } from './state.ts';
import { createVersions, type Versions } from './versions.ts';

export interface LiveCell {
  warm(): void;
  run(): void;
  stop(): void;
  reset(): Promise<void>;
  openEditor(): Promise<void>;
  toggleEditor(): void;
  /** The element's text was written. */
  edited(text: string): void;
  /** Rejects with a sentence where the path leads nowhere. */
  read(path: string): Promise<Plain>;
}

export function createLiveCell(element: DescentCell): LiveCell {
  const session = openSession(element.lesson);
  const cell = new Live(element, session);
  session.attach(cell);
  void session.restore(cell);
  return cell;
}

class Live implements LiveCell, CellView {
  readonly id: string;
  readonly title: string;
  readonly original: string;
  readonly live: boolean;
  readonly #element: DescentCell;
  readonly #session: Session;
  readonly #code: CodeView;
  readonly #panel: OutputPanel;
  readonly #state: StateView;
  readonly #versions: Versions;
  #editor: Editor | undefined;
  #opening: Promise<Editor> | undefined;
  #place: HTMLElement | undefined;

  constructor(element: DescentCell, session: Session) {
    this.id = element.id;
    this.title = element.label;
    this.original = element.original;
    this.live = element.dataset['live'] !== undefined;
    this.#element = element;
    this.#session = session;
    this.#code = createCodeView(element.piece('code'), element.piece('source'));
    this.#panel = createOutputPanel(element.piece('output'), {
      enter: (name, value) => session.enter(this.id, name, value),
      go: (place) => session.reveal(place.cell, place.line, place.column),
    });
    this.#state = createStateView(element, () => session.running());
    this.#versions = createVersions(element, {
      take: (text) => this.#write(text),
      settle: () => session.settle(this.id),
      rebase: () => session.edit(this.id, this.text(), this.original),
    });
  }

  text(): string {
    return this.#element.source;
  }

  read(path: string): Promise<Plain> {
    return this.#session.read(path);
  }

  warm(): void {
    this.#panel.load();
    this.#session.warm();
  }

  run(): void {
    this.#panel.load();
    this.#state.set({ state: 'starting' });
    void this.#session.run(this.id);
  }

  stop(): void {
    void this.#session.stop();
  }

  async reset(): Promise<void> {
    if (this.#state.isBusy()) await this.#session.stop();
    const before = this.text();
    if (before !== this.original) {
      this.#write(this.original);
      this.#versions.offerUndo(before);
    }
    this.#panel.empty();
    this.#clearMarks();
    this.#session.forget(this.id);
    this.#state.set({ state: 'idle' });
    this.#offerReset();
    // The button that was pressed is gone.
    this.#element.buttons.edit.focus({ preventScroll: true });
  }

  edited(text: string): void {
    if (this.#editor) this.#editor.value = text;
    else this.#code.show(text === this.original ? null : text);
    this.#typed(text);
  }

  toggleEditor(): void {
    if (this.#editor) {
      this.closeEditor();
      this.#element.buttons.edit.focus();
    } else void this.openEditor();
  }

  async openEditor(): Promise<void> {
    this.#opening ??= this.#open();
    try {
      (await this.#opening).focus();
    } catch {
      this.#opening = undefined;
      this.fail(noEditor);
    }
  }

  closeEditor(): void {
    this.#opening = undefined;
    if (!this.#editor) return;
    this.#editor.dispose();
    this.#editor = undefined;
    this.#place?.remove();
    this.#code.show(this.text() === this.original ? null : this.text());
    this.#editing(false);
  }

  receive(event: KernelEvent): void {
    switch (event.type) {
      case 'cell':
        this.#state.set(event);
        if (event.error) this.#showError(event.error);
        this.#panel.state(event.state);
        this.#tell(event.state);
        break;
      case 'clear':
        this.#clearMarks();
        this.#panel.clear();
        break;
      case 'output':
        if (event.output.kind === 'progress') this.#state.progress(event.output);
        this.#panel.put(event.slot, event.output);
        break;
      case 'append':
        this.#panel.append(event.slot, event.points);
        break;
      case 'notice':
        this.#panel.notice(event.text);
        break;
      case 'late':
        this.#showError(event.error);
        break;
      case 'backend':
      case 'gone':
        break;
    }
    this.#offerReset();
  }

  #tell(state: CellState): void {
    if (state !== 'done' && state !== 'failed' && state !== 'stopped') return;
    const detail: RanDetail = { lesson: this.#element.lesson, cell: this.id, state };
    this.#element.dispatchEvent(new CustomEvent(ranEvent, { bubbles: true, detail }));
  }

  restore(saved: Parameters<CellView['restore']>[0]): void {
    if (saved.source === null) return;
    this.#element.adopt(saved.source);
    this.#code.show(saved.source);
    this.#session.restored(this.id);
    this.#versions.compare(saved, this.original);
    this.#offerReset();
    this.#tellChange();
  }

  conflict(others: Parameters<CellView['conflict']>[0]): void {
    this.#versions.offer(others, this.text());
  }

  fail(error: CellError): void {
    this.#state.set({ state: 'failed' });
    this.#panel.clear();
    this.#showError(error);
    this.#panel.state('failed');
    this.#offerReset();
  }

  reveal(line: number, column: number): void {
    if (this.#editor) return this.#editor.reveal(line, column);
    this.#code.mark(line);
    this.#code.current().focus({ preventScroll: true });
    this.#element.querySelector('.cell-line')?.scrollIntoView({ block: 'center' });
  }

  async #open(): Promise<Editor> {
    const { openEditor } = await import('../../editor/open.ts');
    this.#session.closeEditors(this);
    const place = document.createElement('div');
    place.className = 'cell-place';
    // Beside the code and unseen until it is ready, so that nothing moves and nothing blinks.
    this.#element.piece('code').append(place);
    this.#place = place;
    const options = {
      parent: place,
      label: `Code: ${this.title}`,
      cell: this.id,
      value: this.text(),
      onChange: (text: string) => this.#fromEditor(text),
      onRun: () => this.run(),
      onLeave: () => undefined,
    };
    const editor = await openEditor(options, this.#session.texts).catch((error: unknown) => {
      place.remove();
      throw error;
    });
    this.#editor = editor;
    if (editor.value !== this.text()) editor.value = this.text();
    this.#code.mark(null);
    this.#editing(true);
    return editor;
  }

  #editing(open: boolean): void {
    this.#element.toggleAttribute('data-editing', open);
    this.#element.buttons.edit.ariaPressed = `${open}`;
  }

  #fromEditor(text: string): void {
    if (text === this.text()) return;
    this.#element.adopt(text);
    this.#typed(text);
  }

  /** Puts another text into the cell, as an edit of the reader's. */
  #write(text: string): void {
    this.#element.adopt(text);
    this.edited(text);
  }

  #typed(text: string): void {
    this.#clearMarks();
    this.#session.edit(this.id, text, this.original);
    this.#offerReset();
    this.#tellChange();
  }

  #tellChange(): void {
    this.#element.dispatchEvent(new CustomEvent(changedEvent, { bubbles: true }));
  }

  #clearMarks(): void {
    this.#editor?.setMarkers([]);
    this.#code.mark(null);
  }

  #showError(error: CellError): void {
    this.#panel.error(error);
    this.mark(error);
  }

  mark(error: CellError): void {
    const place = error.places.find(({ cell }) => cell === this.id);
    if (!place) return;
    const { line, column } = place;
    if (this.#editor) this.#editor.setMarkers([{ line, column, message: error.message, severity: 'error' }]);
    else this.#code.mark(line);
  }

  #offerReset(): void {
    this.#element.buttons.reset.hidden = this.text() === this.original && this.#panel.isEmpty();
  }
}

const noEditor: CellError = {
  name: 'The editor could not be fetched',
  message: 'Running works all the same, and what you typed is still here.',
  places: [],
  remedy: 'Check the connection, then press Edit again.',
};
