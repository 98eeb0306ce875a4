/** One student: what the file says, what was found, and what the teacher makes of it. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import { live } from 'lit-html/directives/live.js';
import { keyOf, totalPoints } from '../../teaching/assignment.ts';
import { dateInWords, dueFor } from '../../teaching/dates.ts';
import type { Row } from '../../teaching/collection.ts';
import type { Line } from './ledger.ts';
import type { WithAssignment } from './model.ts';
import { viewPart } from './view-part.ts';
import { count, shortDate, timeInWords } from './words.ts';

export function viewStudent(model: WithAssignment): TemplateResult | typeof nothing {
  const { lines, shown, look, acts, assignment } = model;
  const line = lines.find(({ key }) => key === look.open);
  if (!line) return nothing;
  const at = shown.indexOf(line);
  const { student } = line.row;
  return html`<section class="collect-student" aria-labelledby="collect-student">
    <div class="collect-bar">
      <h2 id="collect-student" tabindex="-1">${student || 'No name'}</h2>
      <div class="desk-buttons">
        <button type="button" class="quiet-button" aria-disabled=${at <= 0} @click=${() => acts.step(-1)}>
          ← Previous
        </button>
        <button
          type="button"
          class="quiet-button"
          aria-disabled=${at < 0 || at === shown.length - 1}
          @click=${() => acts.step(1)}
        >
          Next →
        </button>
        <button type="button" class="quiet-button" @click=${acts.close}>Back to the table</button>
      </div>
    </div>
    ${keyed(
      line.key,
      html`${viewHead(line, model)} ${viewWhole(line, model)}
      ${assignment.items.map((item, i) => keyed(keyOf(item), viewPart(line, item, i, model)))}`,
    )}
  </section>`;
}

function viewHead({ row, facts }: Line, model: WithAssignment) {
  const { assignment } = model;
  const { entry, late, total } = row;
  const { made, lessons } = entry.submission;
  const due = dueFor(assignment, row.student);
  const time = lessons.reduce((sum, { ms }) => sum + ms, 0);
  const other =
    due !== null && due !== assignment.due
      ? ` This student’s date is ${dateInWords(due, assignment.zone)}.`
      : '';
  return html`
    <p>
      <strong>${total} of ${count(totalPoints(assignment), 'point')}.</strong>
      Handed in ${made <= 8.64e15 ? dateInWords(made, assignment.zone) : 'at no date'}, by the clock of the
      student’s machine${due === null ? '' : late ? ', late' : ', in time'}.${other}
    </p>
    <p class="soft">
      File: ${entry.file}. ${time > 0 ? `Time in the lessons, self-reported: ${timeInWords(time)}.` : nothing}
      ${entry.intact === false ? 'The file was changed after it was made: its checksum does not fit.' : nothing}
    </p>
    ${viewFiles(row, model)}
    ${
      facts.length === 0
        ? nothing
        : html`<ul class="collect-fact-list">
            ${facts.map(({ words, count: times }) => html`<li>${words}${times > 1 ? ` × ${times}` : nothing}</li>`)}
          </ul>`
    }
  `;
}

/** Who hands in a second time, or another one under this name: the teacher says which file counts. */
function viewFiles({ entry, others }: Row, { assignment, desk, acts }: WithAssignment) {
  if (others.length === 0) return nothing;
  const files = [entry, ...others].sort((a, b) => b.submission.made - a.submission.made);
  return html`<label class="desk-field collect-files">
    <span>Which file counts</span>
    <select
      aria-describedby="collect-files-help"
      @change=${({ currentTarget }: Event) => acts.choose(Number((currentTarget as HTMLSelectElement).value))}
    >
      ${files.map((each, i) => {
        const made = shortDate(each.submission.made, assignment.zone);
        return html`<option value=${desk.entries.indexOf(each)} .selected=${live(each === entry)}>
          ${each.file} · ${made}${i === 0 ? ' (the newest)' : ''}
        </option>`;
      })}
    </select>
    <small id="collect-files-help" class="soft">
      Points and comments by your hand stay with the file to which you gave them.
    </small>
  </label>`;
}

const viewWhole = ({ row, place }: Line, { acts }: WithAssignment): TemplateResult =>
  html`<label class="desk-field">
    <span>To ${row.student || 'the student'}, on the whole</span>
    <textarea
      maxlength="10000"
      .value=${live(row.entry.comments.get('') ?? '')}
      @input=${({ currentTarget }: Event) =>
        acts.comment(place, '', (currentTarget as HTMLTextAreaElement).value)}
    ></textarea>
  </label>`;
