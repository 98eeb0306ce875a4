/** `<descent-depth>`: the choice between a lesson's story and its mathematics. The page's own script set the first. */
type Depth = 'story' | 'maths';

class DescentDepth extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('change', this.#choose);
  }

  disconnectedCallback(): void {
    this.removeEventListener('change', this.#choose);
  }

  #choose = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const depth: Depth = event.target.value === 'story' ? 'story' : 'maths';
    keep(depth);
    document.documentElement.dataset['depth'] = depth;
    for (const part of document.querySelectorAll<HTMLDetailsElement>('details.depth'))
      part.open = part.dataset['depth'] === depth;
  };
}

function keep(depth: Depth): void {
  try {
    localStorage.setItem('descent.depth', depth);
  } catch {
    // Denied storage: the choice lasts as long as the page.
  }
}

customElements.define('descent-depth', DescentDepth);

export {};
