/** `<descent-figure>`: draws a figure of the text in the place that waits for it. */
import { fromEmbedded } from '../../figures/embedded.ts';
import { isFigureName, openFigure, type OpenedFigure } from '../../figures/registry.ts';

class DescentFigure extends HTMLElement {
  connectedCallback(): void {
    const place = this.querySelector<HTMLElement>('.figure-place');
    if (place === null || place.childElementCount > 0) return;
    this.#draw(place).catch(() => {
      // Without its picture the figure is still its words, its table and its code.
      place.textContent = 'The picture could not be fetched. Reload the page to try again.';
    });
  }

  async #draw(place: HTMLElement): Promise<void> {
    const { name = '' } = this.dataset;
    if (!isFigureName(name)) throw new Error(`There is no figure named ${name}.`);
    const figure = await openFigure(name);
    const problem = figure.update(fromEmbedded(place.dataset['figure'] ?? '{}'));
    if (problem !== null) throw new Error(problem);
    this.#adopt(figure);
    place.replaceChildren(figure.element);
    this.dataset['drawn'] = '';
  }

  /** The picture's own words and table, which follow what the reader does, take the places of the static ones. */
  #adopt({ element }: OpenedFigure): void {
    const piece = (selector: string) => element.querySelector<HTMLElement>(selector);
    const [summary, button, table] = ['.figure-summary', 'figcaption .figure-link', '.figure-table'].map(
      piece,
    );
    const numbers = this.querySelector<HTMLDetailsElement>('.figure-numbers');
    if (summary) this.querySelector('.figure-words .figure-summary')?.replaceWith(summary);
    if (button && table && numbers && !('keepsTable' in this.dataset)) {
      // A page has many of them: as landmarks they would all be called the same.
      table.setAttribute('role', 'group');
      numbers.after(button, table);
      if (numbers.open) button.click();
      // On paper the numbers of the text stand below the picture.
      numbers.classList.add('figure-on-paper');
    }
    const reading = this.querySelector(':scope > .figure-reading');
    // The picture brings its own, inside the place, which keeps room for it.
    if (reading !== null) this.querySelector('.figure-place')?.classList.add('with-reading');
    reading?.remove();
    piece('figcaption')?.remove();
  }
}

customElements.define('descent-figure', DescentFigure);
