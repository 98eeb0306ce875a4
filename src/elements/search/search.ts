/**
 * `<descent-search>`: a button and Ctrl/Cmd+K. The dialog, its styles and the index load at the first sign of intent
 * only, since a page that nobody searches should not pay for it.
 */
class Search extends HTMLElement {
  #button = this.querySelector('button');
  #dialog: Promise<{ open(): void }> | undefined;

  connectedCallback(): void {
    if (!this.#button) return;
    this.#button.hidden = false;
    this.#button.addEventListener('click', this.#open);
    for (const intent of ['pointerenter', 'focus'])
      this.#button.addEventListener(intent, () => void this.#load(), { once: true });
    addEventListener('keydown', this.#shortcut);
  }

  disconnectedCallback(): void {
    removeEventListener('keydown', this.#shortcut);
  }

  #shortcut = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    // An open editor may use the same keys; where it does, it has stopped the event.
    if (event.defaultPrevented) return;
    event.preventDefault();
    this.#open();
  };

  #open = (): void => {
    void this.#load().then((dialog) => {
      dialog.open();
    });
  };

  #load(): Promise<{ open(): void }> {
    return (this.#dialog ??= import('./dialog.ts').then(({ createDialog }) =>
      createDialog(this, { text: this.dataset['text'] ?? '', entries: this.dataset['entries'] ?? '' }),
    ));
  }
}

customElements.define('descent-search', Search);
