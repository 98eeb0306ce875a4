/** Points and a comment by the teacher's hand. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { keyOf, type Item } from '../../teaching/assignment.ts';
import { handedIn } from '../../teaching/collection.ts';
import { readPoints, staysInWords } from '../../teaching/points.ts';
import type { Line } from './ledger.ts';
import type { WithAssignment } from './model.ts';
import { count } from './words.ts';

export function viewMarking(line: Line, item: Item, i: number, model: WithAssignment): TemplateResult {
  const { row, place } = line;
  const { acts, titleOf } = model;
  const key = keyOf(item);
  return html`
    <div class="collect-marking">
      <div class="desk-field">
        ${viewPoints(line, item, i, model)}
        <div class="desk-buttons">
          ${
            row.entry.points.has(key)
              ? html`<button
                  type="button"
                  class="quiet-button"
                  aria-label="Take back the points by hand: ${titleOf(item)}"
                  @click=${() => acts.points(place, item, null)}
                >
                  Take back
                </button>`
              : nothing
          }
          ${
            handedIn(row.entry, item)?.kind === 'exercise'
              ? html`<button
                  type="button"
                  class="quiet-button"
                  aria-label="Run again: ${titleOf(item)}"
                  aria-disabled=${!row.entry.found.has(key)}
                  @click=${() => acts.rerun(place, item)}
                >
                  Run again
                </button>`
              : nothing
          }
        </div>
      </div>
      <label class="desk-field">
        <span>Comment <span class="soft">to this part</span></span>
        <textarea
          maxlength="10000"
          aria-label="Comment: ${titleOf(item)}"
          .value=${live(row.entry.comments.get(key) ?? '')}
          @input=${({ currentTarget }: Event) =>
            acts.comment(place, key, (currentTarget as HTMLTextAreaElement).value)}
        ></textarea>
      </label>
    </div>
  `;
}

/** A field of text: one for numbers leaves a comma out, and gives nothing for what it cannot read. */
function viewPoints({ row, place }: Line, item: Item, i: number, { acts, look }: WithAssignment) {
  const points = row.points[i] ?? null;
  const misread = look.misread.get(keyOf(item));
  const change = ({ currentTarget }: Event): void => {
    const input = currentTarget as HTMLInputElement;
    const typed = readPoints(input.value);
    if (typed !== null && typeof typed === 'object')
      return acts.misread(item, { text: input.value, fault: staysInWords(typed.fault, points) });
    input.value = fieldOf(typed ?? row.marks[i]?.points ?? null);
    acts.points(place, item, typed);
  };
  return html`
    <label for="collect-points-${i}">Points <span class="soft">of ${item.points}</span></label>
    <input
      id="collect-points-${i}"
      inputmode="decimal"
      autocomplete="off"
      maxlength="40"
      aria-invalid=${misread ? 'true' : 'false'}
      aria-describedby="collect-hand-${i}"
      .value=${misread?.text ?? fieldOf(points)}
      @change=${change}
    />
    <p id="collect-hand-${i}" class=${misread ? 'desk-note fault' : 'soft'}>
      ${misread?.fault ?? whose(row.entry.points.has(keyOf(item)), points, item)}
    </p>
  `;
}

/** More than a part gives is the teacher's right, and is said, because a finger slips. */
function whose(hand: boolean, points: number | null, item: Item): string {
  if (!hand) return points === null ? 'Nothing yet.' : 'As found.';
  if ((points ?? 0) <= item.points) return 'By hand.';
  return `By hand. More than the ${count(item.points, 'point')} of this part.`;
}

const fieldOf = (points: number | null): string => (points === null ? '' : String(points));
