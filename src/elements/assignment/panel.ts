/** `<descent-assigned>`: under the head of a lesson, what the reader's assignments ask for in it. */
import { html, render, type TemplateResult } from 'lit-html';
import { noProgress, type LessonProgress } from '../../learning/progress.ts';
import { keyOf, type Assignment, type Item } from '../../teaching/assignment.ts';
import { dueInWords } from '../../teaching/due-in-words.ts';
import { standingOf, type Standing } from '../../teaching/handover.ts';
import { siteAddress } from '../files/address.ts';
import { progressBook } from '../progress/book.ts';
import { drawStanding, kinds } from './draw.ts';
import { shelved } from './shelf.ts';

/** `folded` while the reader wants one line alone. The page's own script reads it before it paints. */
const foldedKey = 'descent.assigned';

class DescentAssigned extends HTMLElement {
  #lesson = '';
  readonly #open = !isFolded();
  #progress: LessonProgress = noProgress(0);
  #leave: (() => void) | undefined;
  /** By assignment: what was left when it was last drawn. */
  readonly #left = new Map<string, readonly Item[]>();

  connectedCallback(): void {
    this.#lesson = this.dataset['lesson'] ?? '';
    const book = progressBook();
    this.#leave = book.subscribe((lesson, progress) => {
      if (lesson === this.#lesson) this.#show(progress);
    });
    this.#draw();
    void book.load(this.#lesson).then((progress) => this.#show(progress));
  }

  disconnectedCallback(): void {
    this.#leave?.();
  }

  #show(progress: LessonProgress): void {
    this.#progress = progress;
    this.#draw();
    this.#sayDone();
  }

  /** The last part that was done says where it goes on: on a long lesson, this panel is far away by then. */
  #sayDone(): void {
    for (const assignment of shelved().map((each) => each.assignment)) {
      const items = assignment.items.filter(({ lesson }) => lesson === this.#lesson);
      const standings = this.#standings({ ...assignment, items });
      const left = items.filter((item) => standings.get(keyOf(item)) !== 'done');
      const before = this.#left.get(assignment.id);
      this.#left.set(assignment.id, left);
      if (left.length > 0 || !before?.length) continue;
      const last = document.getElementById(before.at(-1)?.part ?? '');
      const line = document.createElement('p');
      line.className = 'assigned-done';
      line.role = 'status';
      last?.after(line);
      render(html`All done here for “${assignment.title}”: ${drawNext(assignment, this.#lesson)}`, line);
    }
  }

  #draw(): void {
    const here = shelved()
      .map(({ assignment }) => assignment)
      .filter(({ items }) => items.some(({ lesson }) => lesson === this.#lesson));
    this.hidden = here.length === 0;
    render(
      here.map((assignment) => this.#drawOne(assignment)),
      this,
    );
    this.dataset['drawn'] = '';
  }

  #drawOne(assignment: Assignment): TemplateResult {
    const items = assignment.items.filter(({ lesson }) => lesson === this.#lesson);
    const standings = this.#standings({ ...assignment, items });
    const left = items.filter((item) => standings.get(keyOf(item)) !== 'done').length;
    return html`<details class="assigned" ?open=${this.#open} @toggle=${keepFolded}>
      <summary>
        <strong>${assignment.title}</strong>
        <span>${dueInWords(assignment, Date.now())}</span>
        <span>${left === 0 ? '✓ all done here' : `${left} of ${items.length} left here`}</span>
      </summary>
      <ul>
        ${items.map((item) => drawItem(item, standings.get(keyOf(item)) ?? 'todo'))}
      </ul>
      <p>
        ${left === 0 ? html`All done here: ${drawNext(assignment, this.#lesson)}` : drawWhole(assignment)}
      </p>
    </details>`;
  }

  #standings(of: Assignment): Map<string, Standing> {
    const work = { progress: this.#progress, texts: new Map<string, string>(), exercises: [] };
    return standingOf(
      of,
      () => work,
      ({ part }) => document.getElementById(part)?.querySelectorAll('.question').length ?? Infinity,
    );
  }
}

const drawWhole = ({ id }: Assignment): TemplateResult =>
  html`<a href=${siteAddress(`assignment/#${id}`)}>The whole assignment, and handing in</a>`;

/** Other lessons may have more of it. */
const drawNext = ({ id, items }: Assignment, lesson: string): TemplateResult =>
  html`<a href=${siteAddress(`assignment/#${id}`)}
    >${items.every((item) => item.lesson === lesson) ? 'hand in' : 'see what is left, and hand in'} →</a
  >`;

/** The page itself knows what its parts are called. */
function drawItem(item: Item, standing: Standing): TemplateResult {
  const part = document.getElementById(item.part);
  const title = part?.dataset['title'] ?? part?.ariaLabel?.replace(/^Quiz: /u, '') ?? item.part;
  return html`<li>
    ${drawStanding(standing)}
    ${
      part
        ? html`<a href=${`#${item.part}`}>${kinds[item.kind]}: ${title}</a>`
        : html`<span>${kinds[item.kind]}: ${title}, which this lesson has no longer</span>`
    }
  </li>`;
}

function isFolded(): boolean {
  try {
    return localStorage.getItem(foldedKey) === 'folded';
  } catch {
    return false;
  }
}

function keepFolded({ target }: Event): void {
  if (!(target instanceof HTMLDetailsElement)) return;
  try {
    localStorage.setItem(foldedKey, target.open ? 'open' : 'folded');
  } catch {
    // Full: it stays as it is until the page is left.
  }
}

customElements.define('descent-assigned', DescentAssigned);
