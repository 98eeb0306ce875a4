/**
 * `<descent-filter>` above a list of terms: shows those that contain what is typed. The list is whole without it, and it
 * is shown whole again where a link leads to a term that is hidden.
 */
class Filter extends HTMLElement {
  readonly #terms = [...document.querySelectorAll<HTMLElement>('.term')];

  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input) return;
    this.hidden = false;
    input.addEventListener('input', () => this.#show(input.value));
    // The browser may have kept what was typed before.
    if (input.value !== '') this.#show(input.value);
    addEventListener('hashchange', () => {
      const target = document.getElementById(location.hash.slice(1));
      if (!target?.closest('[hidden]')) return;
      input.value = '';
      this.#show('');
      target.scrollIntoView();
    });
  }

  #show(typed: string): void {
    const wanted = typed.trim().toLowerCase();
    let shown = 0;
    for (const term of this.#terms) {
      term.hidden = !term.textContent.toLowerCase().includes(wanted);
      if (!term.hidden) shown += 1;
    }
    for (const section of document.querySelectorAll('section'))
      section.hidden = section.querySelector('.term:not([hidden])') === null;
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = wanted === '' ? '' : `${shown} of ${this.#terms.length} terms`;
  }
}

customElements.define('descent-filter', Filter);
export {};
