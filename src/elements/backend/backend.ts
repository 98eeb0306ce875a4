/**
 * `<descent-backend>`: the back end in use, as a word with a dot in the page's header. What it opens is fetched when it
 * is wanted.
 */
import type {} from './facts.ts';

const words: Record<string, string> = { webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'WASM', cpu: 'CPU' };

class DescentBackend extends HTMLElement {
  readonly #button = document.createElement('button');
  #popover: Promise<{ toggle(): void }> | undefined;

  connectedCallback(): void {
    if (this.#button.isConnected) return;
    this.#button.type = 'button';
    this.#button.className = 'backend-button';
    this.#button.ariaHasPopup = 'dialog';
    this.#button.addEventListener('click', () => void this.#toggle());
    this.replaceChildren(this.#button);
    this.#show(document.documentElement.dataset['backend'] ?? null);
    document.addEventListener('descent-backend', ({ detail }) => this.#show(detail.backend));
  }

  #show(backend: string | null): void {
    this.toggleAttribute('data-alive', backend !== null);
    const word = words[backend ?? ''];
    this.#button.textContent = word ?? 'Back end';
    this.#button.ariaLabel = word ? `Back end: ${word}` : 'Back end: none yet';
  }

  async #toggle(): Promise<void> {
    this.#popover ??= import('./popover.ts').then(({ createPopover }) => createPopover(this, this.#button));
    try {
      (await this.#popover).toggle();
    } catch {
      this.#popover = undefined;
    }
  }
}

customElements.define('descent-backend', DescentBackend);
