/** Another date for one student: a link of its own, and a line in the file. */
import { html, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { Draft } from '../../teaching/draft.ts';
import type { Desk } from './desk.ts';
import { describedBy, faults, idOf, invalid, inWords, typed } from './fields.ts';
import { status } from './said.ts';
import type { Hands } from './hands.ts';

export const extensionsView = (desk: Desk, hands: Hands): TemplateResult =>
  html`<section class="assign-extensions" aria-labelledby="assign-extensions">
    <h3 id="assign-extensions">Another date for one student</h3>
    <p>
      The student gets a link with this date in it. The file below holds all of these dates: save it once they
      stand.
    </p>
    <ul>
      ${desk.state.draft.extensions.map((each, place) => row(desk, hands, each, place))}
    </ul>
    <div class="desk-buttons">
      <button type="button" class="quiet-button" id="assign-add" @click=${hands.addExtension}>
        Add a student
      </button>
    </div>
  </section>`;

function row(
  desk: Desk,
  hands: Hands,
  { student, due }: Draft['extensions'][number],
  place: number,
): TemplateResult {
  const { state } = desk;
  const [who, when] = [`student ${place}`, `extension ${place}`] as const;
  const name = student.trim();
  const link = state.links?.personal.get(name);
  const code = state.draft.asks === 'code';
  const words = `${idOf(when)}-words`;
  return html`<li>
    <div class="desk-field">
      <label for=${idOf(who)}>${code ? 'Code' : 'Name'}, as the student types it</label>
      <input
        id=${idOf(who)}
        type="text"
        maxlength="120"
        autocomplete="off"
        aria-invalid=${invalid(state, who)}
        aria-describedby=${describedBy(state, who)}
        .value=${live(student)}
        @input=${(event: Event) => desk.changeExtension(place, { student: typed(event) })}
      />
      ${faults(state, who)}
    </div>
    <div class="desk-field">
      <label for=${idOf(when)}>Due</label>
      <input
        id=${idOf(when)}
        type="datetime-local"
        max="9999-12-31T23:59"
        aria-describedby=${describedBy(state, when, words)}
        .value=${live(due)}
        @input=${(event: Event) => desk.changeExtension(place, { due: typed(event) })}
      />
      <span class="soft" id=${words}>${inWords(due, state.draft.zone)}</span>
      ${faults(state, when)}
    </div>
    <label class="desk-field">
      <span>Link for this student alone</span>
      <input
        id=${idOf(`personal ${place}`)}
        type="text"
        readonly
        .value=${live(link ?? '')}
        placeholder=${`needs a ${name === '' ? (code ? 'code' : 'name') : 'date'}`}
      />
    </label>
    <div class="desk-buttons">
      <button
        type="button"
        class="quiet-button"
        ?disabled=${link === undefined}
        aria-label="Copy the link for ${name || `student ${place + 1}`}"
        @click=${() => void hands.copyPersonal(place, name)}
      >
        Copy
      </button>
      <button
        type="button"
        class="quiet-button"
        aria-label="Remove ${name || `student ${place + 1}`}"
        @click=${() => hands.removeExtension(place)}
      >
        Remove
      </button>
    </div>
    ${status(desk, `student ${place}`)}
  </li>`;
}
