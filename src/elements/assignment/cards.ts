/** `<descent-assignments>`: on the first page, a card for each assignment that the reader has taken. */
import { html, nothing, render, type TemplateResult } from 'lit-html';
import type { Adopted } from '../../teaching/adopted.ts';
import type { Assignable } from '../../teaching/assignable.ts';
import { dueOf } from '../../teaching/adopted.ts';
import { dateInWords } from '../../teaching/dates.ts';
import { dueInWords } from '../../teaching/due-in-words.ts';
import { siteAddress } from '../files/address.ts';
import { fetchCourse } from '../files/course.ts';
import { drawCount, drawGroups } from './draw.ts';
import { groupsOf } from './rows.ts';
import { shelved } from './shelf.ts';
import { loadWork, type WorkOf } from './work.ts';

class DescentAssignments extends HTMLElement {
  #course: Assignable | null = null;

  connectedCallback(): void {
    const show = (): void => {
      if (document.visibilityState === 'visible') void this.#show();
    };
    void this.#begin();
    document.addEventListener('visibilitychange', show);
  }

  async #begin(): Promise<void> {
    const fetched = fetchCourse().catch(() => null);
    await this.#show();
    this.#course = await fetched;
    await this.#show();
  }

  async #show(): Promise<void> {
    const entries = shelved();
    const { work } = await loadWork(entries.map(({ assignment }) => assignment));
    const list = this.querySelector('ul');
    this.hidden = entries.length === 0;
    if (!list) return;
    // What kept the room goes when there is something to take it.
    for (const kept of list.querySelectorAll('li:empty')) kept.remove();
    render(
      entries.map((entry) => drawCard(entry, this.#course, work)),
      list,
    );
  }
}

function drawCard({ assignment, handed }: Adopted, course: Assignable | null, work: WorkOf): TemplateResult {
  const groups = groupsOf(assignment, course, work);
  const due = dueOf(assignment);
  const address = siteAddress(`assignment/#${assignment.id}`);
  return html`<li>
    <h3><a href=${address}>${assignment.title}</a></h3>
    <p class="card-due">
      <strong>${dueInWords(assignment, Date.now())}</strong>
      ${due === null ? nothing : html`<span>${dateInWords(due, assignment.zone)}</span>`}
    </p>
    ${drawCount(groups)}
    <details>
      <summary>What is asked</summary>
      ${drawGroups(groups, true)}
    </details>
    <p class="card-hand">
      <a href=${address}>${handed === null ? 'See it and hand in' : 'Handed in; see it or hand in again'}</a>
    </p>
  </li>`;
}

customElements.define('descent-assignments', DescentAssignments);
