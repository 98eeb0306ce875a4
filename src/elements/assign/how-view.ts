/** The second section: title, note, dates, who a student is, and the rules. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { live } from 'lit-html/directives/live.js';
import type { Draft } from '../../teaching/draft.ts';
import { rulesInWords } from '../../teaching/rules-in-words.ts';
import { listZones } from '../../teaching/zoned.ts';
import type { Desk } from './desk.ts';
import { describedBy, faults, idOf, invalid, inWords, typed } from './fields.ts';
import { rulesView } from './rules-view.ts';

export function howView(desk: Desk): TemplateResult {
  const { draft, made } = desk.state;
  return html`<section aria-labelledby="assign-how">
    <h2 id="assign-how">How</h2>
    <div class="assign-words">
      <label class="desk-field">
        <span>Title</span>
        <input
          id=${idOf('title')}
          type="text"
          maxlength="200"
          autocomplete="off"
          placeholder=${made.title || nothing}
          .value=${live(draft.title ?? made.title)}
          @input=${(event: Event) => desk.change({ title: typed(event) })}
          @change=${(event: Event) => {
            if (typed(event).trim() === '') desk.change({ title: null });
          }}
        />
      </label>
      <label class="desk-field">
        <span>Note to students <span class="soft">may be empty</span></span>
        <textarea
          id=${idOf('note')}
          maxlength="4000"
          rows="2"
          .value=${live(draft.note)}
          @input=${(event: Event) => desk.change({ note: typed(event) })}
        ></textarea>
      </label>
    </div>
    <div class="desk-fields assign-dates">
      ${dateField(desk, 'opens', 'Opens', 'empty: at once')}
      ${dateField(desk, 'due', 'Due', 'empty: no date')} ${zoneField(desk)}
    </div>
    ${asksView(desk)}
    <details class="assign-rules">
      <summary>
        <span
          ><b>Rules.</b> ${rulesInWords({ ...draft.policy, tries: Number(draft.policy.tries) || null })}</span
        >
      </summary>
      ${rulesView(desk)}
    </details>
  </section>`;
}

function dateField(desk: Desk, at: 'opens' | 'due', label: string, empty: string): TemplateResult {
  const { draft } = desk.state;
  const said = `${idOf(at)}-words`;
  return html`<div class="desk-field">
    <label for=${idOf(at)}>${label} <span class="soft">${empty}</span></label>
    <input
      id=${idOf(at)}
      type="datetime-local"
      max="9999-12-31T23:59"
      aria-invalid=${invalid(desk.state, at)}
      aria-describedby=${describedBy(desk.state, at, said)}
      .value=${live(draft[at])}
      @input=${(event: Event) => desk.change({ [at]: typed(event) })}
    />
    <span class="soft" id=${said}>${inWords(draft[at], draft.zone)}</span>
    ${faults(desk.state, at)}
  </div>`;
}

const zones = listZones();
const [ownZone = 'UTC', ...otherZones] = zones;

const zoneField = (desk: Desk): TemplateResult =>
  html`<label class="desk-field">
    <span>Time zone</span>
    ${guard([desk.state.draft.zone], () => zoneSelect(desk))}
  </label>`;

/** Of more than four hundred: drawn again only when another is chosen. */
function zoneSelect(desk: Desk): TemplateResult {
  const { zone } = desk.state.draft;
  const option = (name: string): TemplateResult =>
    html`<option value=${name} ?selected=${name === zone}>${name.replaceAll('_', ' ')}</option>`;
  return html`<select
    id=${idOf('zone')}
    .value=${live(zone)}
    @change=${(event: Event) => desk.change({ zone: typed(event) })}
  >
    <optgroup label="Of this computer">${option(ownZone)}</optgroup>
    ${zones.includes(zone) ? nothing : html`<optgroup label="Of this assignment">${option(zone)}</optgroup>`}
    <optgroup label="All">${otherZones.map(option)}</optgroup>
  </select>`;
}

const asked: readonly { asks: Draft['asks']; label: string; help: string }[] = [
  { asks: 'name', label: 'A name', help: 'as your class list has it' },
  { asks: 'code', label: 'A code', help: 'that you gave each of them: then no name stands in a file' },
  { asks: 'nothing', label: 'Nothing', help: 'you know a file by how it is called' },
];

const asksView = (desk: Desk): TemplateResult =>
  html`<fieldset class="assign-asks">
    <legend>Before handing in, a student types</legend>
    ${asked.map(
      ({ asks, label, help }) =>
        html`<label class="desk-check">
          <input
            type="radio"
            name="assign-asks"
            value=${asks}
            .checked=${live(desk.state.draft.asks === asks)}
            @change=${() => desk.change({ asks })}
          />
          <span>${label} <span class="soft">${help}</span></span>
        </label>`,
    )}
  </fieldset>`;
