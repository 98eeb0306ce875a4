/** An assignment out of a link, before the reader has taken it. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { mostAdopted, readerOf, whoseLink, type Adopted } from '../../teaching/adopted.ts';
import type { Assignment } from '../../teaching/assignment.ts';
import { differencesOf } from '../../teaching/differences.ts';
import { ruleSentences } from '../../teaching/rules-in-words.ts';
import { drawDates, drawGroups, drawNote } from './draw.ts';
import { groupsOf, itemTitle } from './rows.ts';
import { entryOf, type State } from './state.ts';

export interface OfferActs {
  adopt(assignment: Assignment): void;
}

export function drawOffer(state: State, assignment: Assignment, { adopt }: OfferActs): TemplateResult {
  const known = entryOf(state, assignment.id);
  return html`
    <h2 class="assignment-title" tabindex="-1">${assignment.title}</h2>
    ${known ? drawDifferences(state, known, assignment, adopt) : nothing} ${drawDates(assignment)}
    ${drawNote(assignment)} ${known ? nothing : drawStart(state, assignment, adopt)}
    <h3>What is asked</h3>
    ${drawGroups(groupsOf(assignment, state.course, null), false)} ${drawRules(assignment)}
    <p class="soft assignment-whose">
      All of this came in the link that you opened; the site does not know who made it. If in doubt, ask your
      teacher.
    </p>
  `;
}

function drawStart({ entries }: State, assignment: Assignment, adopt: OfferActs['adopt']): TemplateResult {
  const full = entries.length >= mostAdopted;
  return html`<div class="desk-card assignment-take">
    <div class="desk-buttons">
      <button type="button" class="strong-button" ?disabled=${full} @click=${() => adopt(assignment)}>
        Start this assignment
      </button>
    </div>
    ${
      full
        ? html`<p class="desk-note fault">
            There are ${mostAdopted} assignments in this browser already. Remove one, then open this link
            again.
          </p>`
        : nothing
    }
    <p>
      Nothing is kept before that. Then your first page says what is left and until when, and each of these
      lessons what is asked in it. It stays in this browser and goes nowhere else. ${asksInWords(assignment)}
    </p>
  </div>`;
}

export const drawRules = ({ policy }: Assignment): TemplateResult => html`
  <h3>The rules</h3>
  <ul class="assignment-rules">
    ${ruleSentences(policy).map((sentence) => html`<li>${sentence}</li>`)}
  </ul>
`;

const asksInWords = ({ asks }: Assignment): string =>
  asks === 'nothing' ? '' : `When you hand in, you are asked for your ${asks}.`;

/** Somebody else's date is no better than one's own: then keeping is what stands first. */
function drawDifferences(
  { course }: State,
  known: Adopted,
  after: Assignment,
  adopt: OfferActs['adopt'],
): TemplateResult {
  const before = known.assignment;
  const found = differencesOf(before, after, (item) => itemTitle(course, item));
  const whose = whoseLink(known, after);
  const own = whose === 'own';
  const keep = html`<a class=${own ? 'quiet-button' : 'strong-button'} href=${`#${before.id}`}
    >Keep what I have</a
  >`;
  const take = html`<button
    type="button"
    class=${own ? 'strong-button' : 'quiet-button'}
    @click=${() => adopt(after)}
  >
    ${own ? 'Take the new one' : 'Take this one all the same'}
  </button>`;
  return html`<div class="desk-card assignment-take">
    <p>${heads[whose](readerOf(whose === 'everybody' ? before : after))} If you take it:</p>
    <ul class="assignment-rules">
      ${found.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
    <p>What you have done stays as it is.</p>
    <div class="desk-buttons">${own ? [take, keep] : [keep, take]}</div>
  </div>`;
}

const heads: Readonly<Record<ReturnType<typeof whoseLink>, (name: string) => TemplateResult>> = {
  own: () => html`You have this assignment already, and this link has another state of it.`,
  another: (name) =>
    html`<strong>This link is for “${name}”, with another date.</strong> You have this assignment already.
      Unless you are “${name}”, keep what you have: the date does not count for anybody else.`,
  everybody: (name) =>
    html`<strong>This link is for everybody, without the date for “${name}”.</strong> You have this assignment
      already, with that date.`,
};
