/** Handing in: who it is from, what will be in the file, and the file. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { findPart, type Assignable } from '../../teaching/assignable.ts';
import { isOtherName, phaseOf, readerOf, type Adopted } from '../../teaching/adopted.ts';
import { keyOf, type Assignment } from '../../teaching/assignment.ts';
import { quizInWords } from '../../teaching/quiz-in-words.ts';
import type { Handed } from '../../teaching/submission.ts';
import { selfReported } from '../../teaching/submission.ts';
import { siteAddress } from '../files/address.ts';
import { drawStanding, parts } from './draw.ts';
import { handedOf } from './hand-in.ts';
import { groupsOf, type Row } from './rows.ts';
import type { State } from './state.ts';

export interface HandingActs {
  name(entry: Adopted, student: string): void;
  save(entry: Adopted): void;
  /** The reader opens or closes the view of the file. */
  look(entry: Adopted, open: boolean): void;
}

export function drawHanding(state: State, entry: Adopted, acts: HandingActs): TemplateResult {
  const { assignment } = entry;
  const { handing, done } = state;
  const handed = done ? handedOf(entry, done.work, state.course) : null;
  const nothingDone = handed !== null && handed.length === 0;
  return html`<section class="assignment-hand" aria-labelledby="assignment-hand">
    <h3 id="assignment-hand">Hand in</h3>
    <p>
      One file holds your answers to these parts: your code, what the last check said of it, your answers to
      quizzes, how often you tried, and when. <strong>${selfReported}</strong> Your teacher’s page runs your
      answers again.
    </p>
    ${drawObstacle(state)} ${drawLate(assignment, state.now)} ${drawName(entry, state, acts)}
    ${handed ? drawSummary(state, assignment, handed) : nothing}
    <div class="desk-buttons">
      <button
        type="button"
        class="strong-button"
        aria-disabled=${handing.busy ? 'true' : 'false'}
        @click=${() => acts.save(entry)}
      >
        ${nothingDone && handing.sure ? 'Save it all the same' : 'Save the file to hand in'}
      </button>
    </div>
    <div role="status">${drawOutcome(entry, state)}</div>
    <details class="assignment-file" @toggle=${(event: Event) => acts.look(entry, isOpen(event))}>
      <summary>See what is in the file</summary>
      ${
        handing.text === null
          ? html`<p class="soft">${handing.fault ?? 'A moment …'}</p>`
          : html`<pre tabindex="0" role="region" aria-label="What is in the file">${handing.text}</pre>`
      }
    </details>
  </section>`;
}

const isOpen = ({ target }: Event): boolean => target instanceof HTMLDetailsElement && target.open;

function drawObstacle({ off, done }: State): TemplateResult | typeof nothing {
  if (off)
    return html`<p class="desk-note fault">
      Progress is switched off in this browser: checks and answers to quizzes are not noted, so there is
      nothing of them to hand in. Switch it on under <a href=${siteAddress('progress/')}>Progress</a>, then do
      the parts again. Code that you typed is kept, and is in the file.
    </p>`;
  if (!done?.problem) return nothing;
  return html`<p class="desk-note fault">
    ${done.problem} There is nothing here to hand in. Open the link in another browser, or in a window that is
    not private, and work there.
  </p>`;
}

function drawLate(assignment: Assignment, now: number): TemplateResult | typeof nothing {
  const phase = phaseOf(assignment, now);
  if (phase === 'open') return nothing;
  return html`<p class="desk-note">
    ${
      phase === 'late'
        ? 'The due date has passed. You can hand in all the same; by the dates that your teacher keeps it will be seen as late.'
        : 'It has not opened yet. You can make the file, and make it again later: the newest counts.'
    }
  </p>`;
}

function drawName(
  entry: Adopted,
  { handing }: State,
  { name }: HandingActs,
): TemplateResult | typeof nothing {
  const { asks } = entry.assignment;
  if (asks === 'nothing') return nothing;
  const faulty = handing.nameless && entry.student.trim() === '';
  return html`<div class="desk-field assignment-name">
    <label for="assignment-student">Your ${asks}</label>
    <input
      id="assignment-student"
      maxlength="120"
      autocomplete=${asks === 'name' ? 'name' : 'off'}
      .value=${entry.student}
      aria-describedby="assignment-reads assignment-other ${faulty ? 'assignment-nameless' : ''}"
      aria-invalid=${faulty ? 'true' : 'false'}
      @input=${(event: Event) => name(entry, (event.target as HTMLInputElement).value)}
    />
    <span class="soft" id="assignment-reads"
      >${asks === 'code' ? 'The one that your teacher gave you. ' : ''}It stands in the file, and only whoever
      gets the file reads it.</span
    >
    <span class="assignment-missing" id="assignment-other" role="status"
      >${
        isOtherName(entry)
          ? `Your later date is for “${readerOf(entry.assignment)}”: under another ${asks} you may count as late.`
          : ''
      }</span
    >
    ${
      faulty
        ? html`<span class="assignment-missing" id="assignment-nameless"
            >Type your ${asks} first: your teacher asks for it.</span
          >`
        : nothing
    }
  </div>`;
}

/** Parts that were not begun are not in the file. */
function drawSummary(state: State, assignment: Assignment, handed: readonly Handed[]): TemplateResult {
  const byKey = new Map(handed.map((each) => [keyOf(each), each]));
  const rows = groupsOf(assignment, state.course, state.done?.work ?? null).flatMap((group) => group.rows);
  const lines = rows.flatMap((row) => {
    const found = byKey.get(keyOf(row.item));
    return found ? [drawLine(row, found, state.course, assignment)] : [];
  });
  const rest = rows.length - lines.length;
  if (lines.length === 0) return html`<p>Nothing of it is done yet in this browser.</p>`;
  return html`<div class="desk-table" tabindex="0" role="region" aria-label="What will be in the file">
      <table class="stack" role="table">
        <thead role="rowgroup">
          <tr role="row">
            ${columns.map(
              ([name, kind]) => html`<th scope="col" role="columnheader" class=${kind}>${name}</th>`,
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${lines}
        </tbody>
      </table>
    </div>
    ${
      rest === 0
        ? nothing
        : html`<p class="soft">Not in it: ${parts(rest)} that ${rest === 1 ? 'was' : 'were'} not begun.</p>`
    }`;
}

const columns = [
  ['Part', ''],
  ['Stands', ''],
  ['Tries', 'number'],
  ['Hints', 'number'],
  ['Solution', ''],
] as const;

/** On a phone each cell says whose column it is of. */
function drawLine(
  { item, title, standing }: Row,
  handed: Handed,
  course: Assignable | null,
  { policy }: Assignment,
): TemplateResult {
  const all = course ? findPart(course, item)?.part.keys.length : undefined;
  const [hints, solution] =
    handed.kind === 'exercise' ? [handed.hints, handed.solution ? 'seen' : 'not seen'] : ['–', '–'];
  const quiz = handed.kind === 'quiz' ? `: ${quizInWords(handed.questions, all, policy.answers)}` : '';
  return html`<tr role="row">
    <th scope="row" role="rowheader">${title}</th>
    <td role="cell" data-of="Stands">${drawStanding(standing ?? 'begun')}${quiz}</td>
    <td role="cell" data-of="Tries" class="number">${triesOf(handed)}</td>
    <td role="cell" data-of="Hints" class="number">${hints}</td>
    <td role="cell" data-of="Solution">${solution}</td>
  </tr>`;
}

const triesOf = (handed: Handed): number =>
  handed.kind === 'quiz' ? handed.questions.reduce((sum, { tries }) => sum + tries, 0) : handed.tries;

function drawOutcome({ handed }: Adopted, { handing }: State): TemplateResult | typeof nothing {
  const { fault, saved, sure } = handing;
  if (fault !== null) return html`<p class="desk-note fault">${fault}</p>`;
  if (saved !== null)
    return html`<p class="desk-note">
      <strong class="assignment-saved">${saved}</strong> is among your downloads. Give it to your teacher the
      way they asked, for example by uploading it where you hand in other work. You can do this again at any
      time: the newest file counts.
    </p>`;
  if (sure)
    return html`<p class="desk-note">
      Nothing of it is done yet in this browser, and the file would say so. Press again to save it all the
      same.
    </p>`;
  return handed === null
    ? nothing
    : html`<p class="soft">You last saved a file on ${day(handed)}. The newest counts.</p>`;
}

const day = (at: number): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(at);
