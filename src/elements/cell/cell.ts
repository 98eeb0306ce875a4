/**
 * `<descent-cell>`: brings a static cell to life. This file is on every lesson page, so it does only what must be
 * there at once: buttons, the text, and fetching the rest (`live.ts`) at the first sign of intent.
 */
import type { Plain } from '../../kernel/plain.ts';
import { warmEditor } from '../../editor/warm.ts';
import { earlyStart } from '../session/early.ts';
import type { LiveCell } from './live.ts';

const button = (name: string, hidden = false): HTMLButtonElement =>
  Object.assign(document.createElement('button'), {
    type: 'button',
    className: `cell-button cell-${name.toLowerCase()}`,
    textContent: name,
    hidden,
  });

export class DescentCell extends HTMLElement {
  /** Reset comes and goes; it stands first so that the others keep their places. */
  readonly buttons = {
    reset: button('Reset', true),
    edit: button('Edit'),
    stop: button('Stop', true),
    run: button('Run'),
  };
  /** Says aloud, now and then, what the status shows. */
  readonly voice = Object.assign(document.createElement('span'), { className: 'cell-voice' });
  #text: string | null = null;
  #original: string | null = null;
  #live: Promise<LiveCell> | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #upgraded: LiveCell | undefined;

  connectedCallback(): void {
    if (this.#original !== null) return;
    this.#original = this.piece('source').textContent.replace(/\n$/, '');
    const { reset, edit, stop, run } = this.buttons;
    edit.ariaPressed = 'false';
    this.piece('buttons').append(reset, edit, stop, run);
    this.voice.role = 'status';
    this.piece('bar').append(this.voice);
    this.piece('source').title = 'Click, or press Enter, to edit';
    this.#listen();
    if (hasWork(this.lesson)) idle(() => void this.wake());
  }

  get lesson(): string {
    return this.dataset['lesson'] ?? '';
  }

  get label(): string {
    return this.dataset['title'] ?? this.id;
  }

  /** The lesson's own text. */
  get original(): string {
    return this.#original ?? '';
  }

  /** The cell's text as it stands. Writing it is an edit, kept like one that was typed. */
  get source(): string {
    return this.#text ?? this.original;
  }

  set source(text: string) {
    this.#text = text;
    void this.#with((live) => live.edited(text));
  }

  /** A value of the lesson's scope, named by a path such as `losses[3]`; for predictions and tests. */
  async read(path: string): Promise<Plain> {
    const live = await this.wake();
    if (!live) throw new Error('The part of this page that runs cells could not be fetched.');
    return live.read(path);
  }

  /** Takes over a text that stands already in the editor or was kept; tells nobody. */
  adopt(text: string): void {
    this.#text = text;
  }

  piece(name: 'bar' | 'status' | 'buttons' | 'code' | 'source' | 'output'): HTMLElement {
    const found = this.querySelector<HTMLElement>(`.cell-${name}`);
    if (!found) throw new Error(`The cell ${this.id} has no .cell-${name}.`);
    return found;
  }

  #listen(): void {
    const { edit, reset, stop, run } = this.buttons;
    const on = (target: HTMLElement, types: string[], act: (event: Event) => void): void =>
      types.forEach((type) => target.addEventListener(type, act, { passive: true }));
    on(run, ['click'], () => this.#run());
    on(stop, ['click'], () => void this.#with((live) => live.stop()));
    on(reset, ['click'], () => void this.#with((live) => live.reset()));
    on(edit, ['click'], () => {
      this.#warmEditor();
      void this.#with((live) => live.toggleEditor());
    });
    on(run, ['pointerenter', 'focus'], () => this.#warm());
    on(run, ['pointerenter'], () => (this.#resting = setTimeout(() => void earlyStart().begin(), resting)));
    on(run, ['pointerleave'], () => clearTimeout(this.#resting));
    on(run, ['pointerdown'], () => void earlyStart().begin());
    on(edit, ['pointerenter', 'pointerdown', 'focus'], () => this.#warmEditor());
    on(this.piece('code'), ['pointerenter', 'focusin'], () => this.#warmEditor());
    on(this.piece('code'), ['click'], () => {
      if (getSelection()?.isCollapsed !== false) void this.#with((live) => live.openEditor());
    });
    this.addEventListener('keydown', (event) => this.#key(event));
  }

  #key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    // An open editor has its own keys.
    if (event.key !== 'Enter' || event.defaultPrevented || target.closest('.cell-editor')) return;
    if (event.ctrlKey || event.metaKey) this.#run();
    else if (target.matches('.cell-source')) void this.#with((live) => live.openEditor());
    else return;
    event.preventDefault();
  }

  #run(): void {
    // Before anything is fetched: the click is seen.
    if (!this.#upgraded) this.dataset['state'] = 'starting';
    const begun = this.#upgraded ? undefined : Promise.race([earlyStart().begin(), pass(headStart)]);
    void Promise.resolve(begun).then(() => this.#with((live) => live.run()));
  }

  #warm(): void {
    earlyStart().warm();
    void this.wake().then((live) => live?.warm());
  }

  /** The editor is large: it is fetched beside the rest, not after it. */
  #warmEditor(): void {
    void this.wake();
    warmEditor();
  }

  async #with(act: (live: LiveCell) => unknown): Promise<void> {
    const live = await this.wake();
    if (live) act(live);
    else this.#offline();
  }

  /** Fetches the rest and joins the page's session. Resolves to nothing when it cannot be had; the next call tries again. */
  wake(): Promise<LiveCell | undefined> {
    this.#live ??= import('./live.ts').then(({ createLiveCell }) => (this.#upgraded = createLiveCell(this)));
    return this.#live.catch(() => {
      this.#live = undefined;
      return undefined;
    });
  }

  #offline(): void {
    this.dataset['state'] = 'failed';
    const output = this.piece('output');
    output.hidden = false;
    output.textContent =
      'The part of this page that runs cells could not be fetched. What you typed is still here. ' +
      'Check the connection and press Run again; if that does not help, copy your text and reload the page.';
  }
}

/** Reading the rest keeps this thread busy, so a worker that is nearly there is let go first. Milliseconds. */
const headStart = 150;

/** A pointer that stays on Run this long, in milliseconds, is about to press it; one that passes over is not. */
const resting = 80;

const pass = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether anything may be kept for this lesson: a note beside the database spares opening it. */
export function hasWork(lesson: string): boolean {
  try {
    return localStorage.getItem(`descent.work.${lesson}`) !== null;
  } catch {
    return true;
  }
}

const idle = (act: () => void): unknown =>
  'requestIdleCallback' in window ? requestIdleCallback(act, { timeout: 500 }) : setTimeout(act, 50);

customElements.define('descent-cell', DescentCell);

declare global {
  interface HTMLElementTagNameMap {
    'descent-cell': DescentCell;
  }
}
