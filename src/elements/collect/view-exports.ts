/** Taking the results out of the page. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { totalPoints } from '../../teaching/assignment.ts';
import { ownerOf } from '../../teaching/owner.ts';
import { whyLeftOut, type Handing, type Taken } from './exports.ts';
import type { WithAssignment } from './model.ts';
import { count } from './words.ts';

export function viewExports(model: WithAssignment): TemplateResult {
  const { sums, unsaved } = model;
  const open = sums.handed - sums.ran;
  return html`<section class="collect-exports" aria-labelledby="collect-out">
    <h2 id="collect-out">Save the results</h2>
    ${
      open > 0
        ? html`<p class="desk-note">
            ${count(open, 'part')} ${open === 1 ? 'is' : 'are'} still self-reported: until
            ${open === 1 ? 'it is' : 'they are'} run again, ${open === 1 ? 'it counts' : 'they count'} nothing
            in these files.
          </p>`
        : nothing
    }
    <div class="collect-cards">
      ${viewPlain(model)} ${viewCanvas(model)} ${viewMoodle(model)} ${viewFeedback(model)}
      ${viewWork(model, unsaved)}
    </div>
    ${model.taken ? viewTaken(model.taken) : nothing}
  </section>`;
}

const handing = ({ look, acts }: WithAssignment, change: Partial<Handing>): void =>
  acts.look({ handing: { ...look.handing, ...change } });

const valueOf = ({ currentTarget }: Event): string => (currentTarget as HTMLSelectElement).value;
const isChecked = ({ currentTarget }: Event): boolean => (currentTarget as HTMLInputElement).checked;

const button = (
  model: WithAssignment,
  what: 'csv' | 'canvas' | 'moodle' | 'feedback' | 'work',
  word: string,
) =>
  html`<div class="desk-buttons">
    <button type="button" class="quiet-button" @click=${() => void model.acts.save(what)}>${word}</button>
  </div>`;

const viewPlain = (model: WithAssignment): TemplateResult =>
  html`<div class="desk-card">
    <h3>A table</h3>
    <p>For a spreadsheet: a row for each student, all points, comments.</p>
    <label class="desk-field">
      <span>Separator</span>
      <select @change=${(event: Event) => handing(model, { separator: valueOf(event) === ';' ? ';' : ',' })}>
        <option value=",">a comma, as in 1.5,2</option>
        <option value=";">a semicolon, as in 1,5;2</option>
      </select>
    </label>
    <label class="desk-check">
      <input
        type="checkbox"
        .checked=${model.look.handing.bom}
        @change=${(event: Event) => handing(model, { bom: isChecked(event) })}
      />For Excel, so that it reads ä and é
    </label>
    ${button(model, 'csv', 'Save the table (CSV)')}
  </div>`;

function viewCanvas(model: WithAssignment): TemplateResult {
  const { roster, acts } = model;
  const choose = ({ currentTarget }: Event): void => {
    const input = currentTarget as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) void acts.roster(file);
    input.value = '';
  };
  return html`<div class="desk-card">
    <h3>Canvas</h3>
    <p>
      Surest with the gradebook that Canvas exports: students are then found by their login, id or name.
      Without it, what they typed is taken for their login.
    </p>
    <div class="desk-buttons">
      <label class="quiet-button desk-file"
        >Open Canvas’s gradebook<input type="file" accept=".csv,text/csv" @change=${choose}
      /></label>
    </div>
    ${
      roster === null
        ? nothing
        : 'fault' in roster
          ? html`<p class="desk-note fault">${roster.fault}</p>`
          : html`<p class="soft">Open: ${roster.name}</p>`
    }
    ${button(model, 'canvas', 'Save for Canvas (CSV)')}
  </div>`;
}

const viewMoodle = (model: WithAssignment): TemplateResult =>
  html`<div class="desk-card">
    <h3>Moodle</h3>
    <p>
      In Moodle make a grade item whose maximum is ${totalPoints(model.assignment)} first, otherwise it is out
      of 100.
    </p>
    <label class="desk-field">
      <span>What the students typed is their</span>
      <select @change=${(event: Event) => handing(model, { by: toKey(valueOf(event)) })}>
        <option value="username">user name</option>
        <option value="email">e-mail address</option>
        <option value="idnumber">ID number</option>
      </select>
    </label>
    ${button(model, 'moodle', 'Save for Moodle (CSV)')}
  </div>`;

const toKey = (value: string): Handing['by'] =>
  value === 'email' || value === 'idnumber' ? value : 'username';

function viewFeedback(model: WithAssignment): TemplateResult {
  const fromMoodle = model.lines.some(({ row }) => ownerOf(row.entry.file)?.from === 'moodle');
  return html`<div class="desk-card">
    <h3>Feedback</h3>
    <p>A text for each student, with points, what was found, and your comments, in one zip.</p>
    ${
      fromMoodle
        ? html`<label class="desk-check">
            <input
              type="checkbox"
              .checked=${model.look.handing.folders}
              @change=${(event: Event) => handing(model, { folders: isChecked(event) })}
            />In Moodle’s folders, so that Moodle gives each student their own
          </label>`
        : nothing
    }
    ${button(model, 'feedback', 'Save the feedback (zip)')}
  </div>`;
}

const viewWork = (model: WithAssignment, unsaved: boolean): TemplateResult =>
  html`<div class="desk-card">
    <h3>To go on tomorrow</h3>
    <p>
      This page keeps nothing: a class’s work stays in files. Save it, and bring that file here tomorrow;
      results, points and comments are in it.
    </p>
    <p class="soft">${unsaved ? 'Not saved since the last change.' : 'Saved.'}</p>
    ${button(model, 'work', 'Save this work')}
  </div>`;

function viewTaken({ name, leftOut, byName, warnings }: Taken): TemplateResult {
  return html`<div class="desk-note" role="group" aria-label="About the file ${name}">
    <p><b>${name}</b> is among your downloads.</p>
    ${warnings.map((warning) => html`<p>${warning}</p>`)}
    ${
      byName.length === 0
        ? nothing
        : html`<p>Found by their name alone, so look at them twice: ${byName.join(', ')}.</p>`
    }
    ${
      leftOut.length === 0
        ? nothing
        : html`<p>Not in the file:</p>
            <ul>
              ${leftOut.map(({ student, why }) => html`<li><b>${student}</b> ${whyLeftOut[why]}.</li>`)}
            </ul>`
    }
  </div>`;
}
