/** An assignment out of a link, before the reader has taken it. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { mostAdopted } from '../../teaching/adopted.ts';
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
  const full = !known && state.entries.length >= mostAdopted;
  const button = (words: string): TemplateResult =>
    html`<button type="button" class="strong-button" ?disabled=${full} @click=${() => adopt(assignment)}>
      ${words}
    </button>`;
  return html`
    <h2 class="assignment-title" tabindex="-1">${assignment.title}</h2>
    <p class="soft">A link anyone could have made: it comes from whoever gave it to you.</p>
    ${known ? drawDifferences(state, known.assignment, assignment, button) : nothing} ${drawDates(assignment)}
    ${drawNote(assignment)}
    <h3>What is asked</h3>
    ${drawGroups(groupsOf(assignment, state.course, null), false)} ${drawRules(assignment)}
    ${
      known
        ? nothing
        : html`<div class="desk-card assignment-take">
            <p>
              Nothing is kept yet. On your first page you see what is left and until when, and each of these
              lessons says what is asked in it. It stays in this browser and goes nowhere else.
              ${asksInWords(assignment)}
            </p>
            ${
              full
                ? html`<p class="desk-note fault">
                    There are ${mostAdopted} assignments in this browser already. Remove one, then open this
                    link again.
                  </p>`
                : nothing
            }
            <div class="desk-buttons">${button('Put it on my first page')}</div>
          </div>`
    }
  `;
}

export const drawRules = ({ policy }: Assignment): TemplateResult => html`
  <h3>The rules</h3>
  <ul class="assignment-rules">
    ${ruleSentences(policy).map((sentence) => html`<li>${sentence}</li>`)}
  </ul>
`;

const asksInWords = ({ asks }: Assignment): string =>
  asks === 'nothing' ? '' : `When you hand in, you are asked for your ${asks}.`;

function drawDifferences(
  { course }: State,
  before: Assignment,
  after: Assignment,
  button: (words: string) => TemplateResult,
): TemplateResult {
  const found = differencesOf(before, after, (item) => itemTitle(course, item));
  return html`<div class="desk-card assignment-take">
    <p>You have this assignment already, and this link has another state of it. If you take it:</p>
    <ul class="assignment-rules">
      ${found.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
    <p>What you have done stays as it is.</p>
    <div class="desk-buttons">
      ${button('Take the new one')}
      <a class="quiet-button" href=${`#${before.id}`}>Keep what I have</a>
    </div>
  </div>`;
}
