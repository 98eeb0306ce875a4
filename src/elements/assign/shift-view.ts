/** One control that moves all dates at once. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { dateInWords, type Shift } from '../../teaching/dates.ts';
import { toMoment } from '../../teaching/zoned.ts';
import type { Desk } from './desk.ts';
import { status } from './said.ts';

const units: Readonly<Record<string, (by: number) => Shift>> = {
  days: (by) => ({ days: by }),
  weeks: (by) => ({ days: 7 * by }),
  hours: (by) => ({ hours: by }),
};

export function shiftView(desk: Desk): TemplateResult | typeof nothing {
  const { opens, due, extensions } = desk.state.draft;
  if ([opens, due, ...extensions.map((each) => each.due)].every((text) => text === '')) return nothing;
  return html`<section class="assign-shift" aria-labelledby="assign-shift">
    <h3 id="assign-shift">Move all dates</h3>
    <p>Opening, due date and the dates of single students move together.</p>
    <form class="assign-move" @submit=${(event: SubmitEvent) => shift(desk, event)}>
      <label class="desk-field">
        <span>By</span>
        <input name="by" type="number" min="1" max="999" step="1" value="1" required />
      </label>
      <select name="unit" aria-label="Days, weeks or hours">
        ${Object.keys(units).map((unit) => html`<option ?selected=${unit === 'weeks'}>${unit}</option>`)}
      </select>
      <button class="quiet-button" value="1">Later</button>
      <button class="quiet-button" value="-1">Earlier</button>
    </form>
    <form class="assign-move" @submit=${(event: SubmitEvent) => shiftTo(desk, event)}>
      <label class="desk-field">
        <span>Or so that it is due on</span>
        <input name="on" type="datetime-local" max="9999-12-31T23:59" required />
      </label>
      <button class="quiet-button">Move</button>
    </form>
    ${status(desk, 'dates')}
  </section>`;
}

function shift(desk: Desk, event: SubmitEvent): void {
  event.preventDefault();
  const sign = event.submitter instanceof HTMLButtonElement && event.submitter.value === '-1' ? -1 : 1;
  const by = Number(read(event, 'by')) * sign;
  desk.shift(units[read(event, 'unit')]?.(by) ?? {});
  desk.say({ at: 'dates', text: moved(desk) });
}

function shiftTo(desk: Desk, event: SubmitEvent): void {
  event.preventDefault();
  const done = desk.shiftTo(read(event, 'on'));
  desk.say({ at: 'dates', text: done ? moved(desk) : 'This is no date: nothing was moved.' });
}

function read({ target }: SubmitEvent, name: string): string {
  const value = target instanceof HTMLFormElement ? new FormData(target).get(name) : null;
  return typeof value === 'string' ? value : '';
}

function moved({ state: { draft } }: Desk): string {
  const due = toMoment(draft.due, draft.zone);
  return due === null ? 'Moved.' : `Moved: due on ${dateInWords(due, draft.zone)} now.`;
}
