/** `<descent-assign>`: the page on which an assignment is made. Everything it says is up to date at any moment. */
import { html, render } from 'lit-html';
import { ownZone } from '../../teaching/zoned.ts';
import { fetchCourse } from '../files/course.ts';
import { createDesk } from './desk.ts';
import { giveView } from './give-view.ts';
import { handOut, largeCode } from './hand-out.ts';
import { createHands } from './hands.ts';
import { howView } from './how-view.ts';
import { keepDraft, loadDraft } from './keep.ts';
import { toLinks } from './links.ts';
import { whatView } from './what-view.ts';

class Assign extends HTMLElement {
  connectedCallback(): void {
    void this.#begin();
  }

  async #begin(): Promise<void> {
    try {
      const course = await fetchCourse();
      const desk = createDesk({
        ...{ course, zone: ownZone(), kept: loadDraft(), keep: keepDraft, toLinks },
        now: () => Date.now(),
        changed: () => draw(),
      });
      const hands = createHands(desk, this);
      const draw = (): void =>
        void render(
          html`<div class="assign-screen">
              <p class="assign-again"><a href="#assign-open">Change one that you made before</a></p>
              ${whatView(desk)} ${howView(desk)} ${giveView(desk, hands)}
            </div>
            ${handOut(desk.state)} ${largeCode(desk.state)}`,
          this,
        );
      draw();
    } catch (error) {
      this.#failed(error instanceof Error ? error.message : '');
    }
  }

  #failed(why: string): void {
    render(
      html`<div class="desk-note fault" role="alert">
        <p>The list of the course could not be read. ${why}</p>
        <p class="desk-buttons">
          <button type="button" class="quiet-button" @click=${() => void this.#begin()}>Try again</button>
        </p>
      </div>`,
      this,
    );
  }
}

customElements.define('descent-assign', Assign);
