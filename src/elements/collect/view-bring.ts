/** Where files come in, what is here, and what was not taken. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { totalPoints } from '../../teaching/assignment.ts';
import { dateInWords } from '../../teaching/dates.ts';
import { count } from './words.ts';
import type { Question, Refused } from './desk.ts';
import type { Model } from './model.ts';
import { fromList } from './sources.ts';

export function viewBring(model: Model): TemplateResult {
  const { desk, acts } = model;
  const begun = desk.assignment !== null || desk.waiting.length > 0;
  const choose = ({ currentTarget }: Event): void => {
    const input = currentTarget as HTMLInputElement;
    void acts.bring(fromList(input.files ?? []));
    input.value = '';
  };
  return html`
    <section class="collect-bring ${begun ? 'small' : ''}" aria-labelledby="collect-bring">
      <h2 id="collect-bring" tabindex="-1">${begun ? 'What is here' : 'Bring the files'}</h2>
      ${desk.assignment ? viewAssignment(model) : nothing} ${viewWaiting(model)}
      <div class="collect-drop">
        <p>
          ${
            begun
              ? 'More files? Drop them anywhere on this page, or choose them.'
              : 'Drop them here, together and in any order: the file of your assignment, and what the class handed in, as files, as folders, or as the zip that Canvas or Moodle gives you. Or the work that you saved yesterday.'
          }
        </p>
        <div class="desk-buttons">
          <label class="${begun ? 'quiet-button' : 'strong-button'} desk-file"
            >Choose files<input type="file" multiple @change=${choose}
          /></label>
          <label class="quiet-button desk-file"
            >Choose a folder<input type="file" webkitdirectory @change=${choose}
          /></label>
        </div>
        ${desk.assignment ? nothing : viewLink(model)}
      </div>
      ${desk.questions.map((question) => viewQuestion(question, model))} ${viewRefused(model)}
    </section>
  `;
}

function viewAssignment({ desk: { assignment, from, entries }, lines }: Model) {
  if (!assignment) return nothing;
  const { title, due, zone, items, extensions } = assignment;
  const dates = due === null ? 'No date' : `Due ${dateInWords(due, zone)}`;
  const more = extensions.length > 0 ? `, ${count(extensions.length, 'extension')}` : '';
  const of = `${count(items.length, 'part')}, ${count(totalPoints(assignment), 'point')}`;
  const files = entries.length === lines.length ? '' : ` (${count(entries.length, 'file')})`;
  return html`
    <div class="desk-card collect-assignment">
      <h3>${title}</h3>
      <p>${dates}${more}. ${of}. Handed in by ${count(lines.length, 'student')}${files}.</p>
      ${
        from?.kind === 'link'
          ? html`<p class="desk-note">
              The dates are those of the link, and extensions that you gave are not in it. Bring the file of
              your assignment as well, and its dates count.
            </p>`
          : html`<p class="soft">From “${from?.name ?? ''}”. The dates in that file count.</p>`
      }
    </div>
  `;
}

function viewWaiting({ desk: { assignment, waiting } }: Model) {
  if (assignment || waiting.length === 0) return nothing;
  const titles = [...new Set(waiting.map(({ read }) => read.submission.assignment.title))];
  const named = titles.slice(0, 3).map((title) => `“${title}”`);
  const rest = titles.length > 3 ? ` and ${titles.length - 3} more` : '';
  return html`<p class="desk-note">
    ${count(waiting.length, 'file')} ${waiting.length === 1 ? 'waits' : 'wait'} for the assignment. By
    ${waiting.length === 1 ? 'its' : 'their'} own account: ${named.join(', ')}${rest}. Bring the file of that
    assignment, or paste its link.
  </p>`;
}

function viewLink({ linkFault, acts }: Model) {
  const use = (event: SubmitEvent): void => {
    event.preventDefault();
    const { link } = (event.currentTarget as HTMLFormElement).elements as unknown as {
      link: HTMLInputElement;
    };
    void acts.bringLink(link.value);
  };
  return html`<details class="collect-link" ?open=${linkFault !== null}>
    <summary>No file of the assignment? Its link will do</summary>
    <form @submit=${use}>
      <label class="desk-field">
        <span>Link of the assignment</span>
        <input
          name="link"
          autocomplete="off"
          spellcheck="false"
          aria-invalid=${linkFault === null ? 'false' : 'true'}
          aria-describedby="collect-link-fault"
        />
      </label>
      <button type="submit" class="quiet-button">Use this link</button>
    </form>
    <p id="collect-link-fault" class=${linkFault === null ? '' : 'desk-note fault'}>${linkFault ?? ''}</p>
  </details>`;
}

function viewQuestion(question: Question, { acts, desk }: Model) {
  const { file } = question;
  const answer = (yes: boolean) => () => acts.answer(question, yes);
  const [text, act] =
    question.kind === 'assignment' ? askAssignment(question, desk) : askCollection(question, desk);
  return html`<div class="desk-note" role="group" aria-label="A question about ${file}">
    <p>${text}</p>
    <div class="desk-buttons">
      <button type="button" class="quiet-button" @click=${answer(true)}>${act}</button>
      <button type="button" class="quiet-button" @click=${answer(false)}>Leave it aside</button>
    </div>
  </div>`;
}

function askAssignment(
  { file, assignment }: Extract<Question, { kind: 'assignment' }>,
  desk: Model['desk'],
): [string, string] {
  const { due, zone, title } = assignment;
  const date = due === null ? 'without a date' : `due ${dateInWords(due, zone)}`;
  if (!desk.assignment)
    return [
      `“${file}” is the assignment “${title}”, ${date}. If it is yours, its dates and points count.`,
      'It is mine: take it',
    ];
  if (assignment.id === desk.assignment.id)
    return [
      `“${file}” is another version of this assignment, ${date}. Its dates, points and rules would count from now on.`,
      'Use this version',
    ];
  const lose =
    desk.entries.length > 0 ? ' What was run again, and your points and comments, would be gone.' : '';
  return [`“${file}” is another assignment: “${title}”, ${date}.${lose}`, 'Take this one in instead'];
}

function askCollection(
  { file, collection }: Extract<Question, { kind: 'collection' }>,
  desk: Model['desk'],
): [string, string] {
  const { assignment, entries } = collection;
  const holds = `“${file}” is work that was saved on this page: “${assignment.title}”, ${count(entries.length, 'file')} with results, points and comments. They are taken as they are, so take them only from a file that you saved yourself.`;
  if (desk.assignment && assignment.id !== desk.assignment.id)
    return [`${holds} It is of another assignment: what is here would be gone.`, 'Open it instead'];
  return [holds, desk.assignment ? 'Put it to what is here' : 'Open it'];
}

function viewRefused({ desk: { refused }, acts }: Model) {
  if (refused.length === 0) return nothing;
  const again = refused.filter((each) => each.again);
  const not = refused.filter((each) => !each.again);
  return html`<div class="collect-refused">
    ${not.length === 0 ? nothing : viewList(not, `${count(not.length, 'file')} not taken`, 'Files that were not taken', true)}
    ${
      again.length === 0
        ? nothing
        : viewList(again, `${count(again.length, 'file')} here already`, 'Files that are here already', false)
    }
    <button type="button" class="plain-button" @click=${acts.clearRefused}>Clear the list</button>
  </div>`;
}

const viewList = (files: readonly Refused[], title: string, name: string, open: boolean): TemplateResult =>
  html`<details ?open=${open}>
    <summary>${title}</summary>
    <div class="collect-list" tabindex="0" role="region" aria-label=${name}>
      <ul>
        ${files.map(({ file, why }) => html`<li><b>${file}</b> <span>${why}</span></li>`)}
      </ul>
    </div>
  </details>`;
