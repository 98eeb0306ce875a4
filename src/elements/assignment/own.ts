/** An assignment that the reader has taken: what is left, until when, and handing in. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { phaseOf, type Adopted } from '../../teaching/adopted.ts';
import { dueInWords } from '../../teaching/due-in-words.ts';
import { siteAddress } from '../files/address.ts';
import { drawCount, drawDates, drawGroups, drawNote } from './draw.ts';
import { drawHanding, type HandingActs } from './handing.ts';
import { drawRules } from './offer.ts';
import { groupsOf } from './rows.ts';
import { entryOf, type State } from './state.ts';

export interface OwnActs extends HandingActs {
  remove(entry: Adopted): void;
}

/** It is on the first page now, and this is where it begins. */
export function drawStarted(state: State, id: string): TemplateResult | typeof nothing {
  const entry = entryOf(state, id);
  if (!entry) return nothing;
  const { assignment } = entry;
  const row = groupsOf(assignment, state.course, null)[0]?.rows[0];
  return html`“${assignment.title}” is on <a href=${siteAddress('')}>your first page</a> now.
    ${row ? html`Begin with <a href=${row.address}>${row.title}</a>.` : nothing}`;
}

export function drawOwn(state: State, entry: Adopted, acts: OwnActs): TemplateResult {
  const { assignment } = entry;
  const groups = groupsOf(assignment, state.course, state.done?.work ?? null);
  const phase = phaseOf(assignment, state.now);
  return html`
    <h2 class="assignment-title" tabindex="-1">${assignment.title}</h2>
    <p class="assignment-phase" data-phase=${phase}>
      <strong>${dueInWords(assignment, state.now)}.</strong>
      ${
        phase === 'before'
          ? 'You can read and work before that.'
          : phase === 'late'
            ? 'You can still work and hand in; it will be seen as late.'
            : nothing
      }
    </p>
    ${drawDates(assignment)} ${drawNote(assignment)}
    <h3>What is left</h3>
    ${drawCount(groups)} ${drawGroups(groups, true)}
    ${
      state.course
        ? nothing
        : html`<p class="soft">The titles could not be fetched: parts are shown by their short names.</p>`
    }
    ${drawRules(assignment)} ${drawHanding(state, entry, acts)}
    <div class="assignment-leave">
      <button type="button" class="quiet-button" @click=${() => acts.remove(entry)}>
        Remove from this browser…
      </button>
    </div>
  `;
}
