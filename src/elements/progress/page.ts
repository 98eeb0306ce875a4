/** `<descent-progress>`: what the reader has done in every lesson, and what becomes of it. */
import type { LessonProgress } from '../../learning/progress.ts';
import { progressBook } from './book.ts';
import { createKeepsakes } from './keepsakes.ts';
import { isOff } from './note.ts';
import { connectControls } from './controls.ts';
import { showReview } from './review-list.ts';
import { showLessons } from './lesson-list.ts';
import { createSay } from './say.ts';

class DescentProgress extends HTMLElement {
  connectedCallback(): void {
    const book = progressBook();
    const keepsakes = createKeepsakes(book);
    const say = createSay(this);
    const show = async (): Promise<void> => {
      const all = await book.loadAll();
      this.#trouble(book.problem());
      await this.#show(all);
    };
    connectControls(this, { keepsakes, say, show });
    void show();
    // What another page noted meanwhile is there when the reader comes back to this one.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void show();
    });
  }

  async #show(all: ReadonlyMap<string, LessonProgress>): Promise<void> {
    const off = isOff();
    this.dataset['state'] = off ? 'off' : all.size > 0 ? 'some' : 'none';
    showLessons(this, all);
    await showReview(this, all, Date.now());
    for (const part of this.querySelectorAll<HTMLElement>('[data-alive]')) part.hidden = false;
    for (const part of this.querySelectorAll<HTMLElement>('[data-while]'))
      part.hidden = !part.dataset['while']?.split(' ').includes(this.dataset['state']);
  }

  #trouble(why: string | null): void {
    const place = this.querySelector<HTMLElement>('.trouble');
    if (!place) return;
    place.hidden = why === null;
    place.textContent =
      why === null ? '' : `${why} What you do is noted until you leave the page, and not longer.`;
  }
}

customElements.define('descent-progress', DescentProgress);
