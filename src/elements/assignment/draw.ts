/** What several pages show of an assignment: its dates, its parts, how much is done. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { dueOf, readerOf } from '../../teaching/adopted.ts';
import { totalPoints, type Assignment, type Item } from '../../teaching/assignment.ts';
import { dateInWords, ownDateInWords } from '../../teaching/dates.ts';
import type { Standing } from '../../teaching/handover.ts';
import { countOf, type Count, type Group, type Row } from './rows.ts';

export const kinds: Record<Item['kind'], string> = { exercise: 'Exercise', quiz: 'Quiz' };
export const points = (number: number): string => `${number} ${number === 1 ? 'point' : 'points'}`;
export const parts = (number: number): string => `${number} ${number === 1 ? 'part' : 'parts'}`;

/** A sign and a word: colour says nothing alone. */
const standings: Record<Standing, readonly [sign: string, word: string]> = {
  todo: ['○', 'to do'],
  begun: ['◐', 'begun'],
  done: ['✓', 'done'],
};

export function drawStanding(standing: Standing): TemplateResult {
  const [sign, word] = standings[standing];
  return html`<span class="standing" data-standing=${standing}
    ><span class="standing-sign" aria-hidden="true">${sign}</span> ${word}</span
  >`;
}

/** In the teacher's days and hours, and in the reader's own where they differ. */
export function drawDates(of: Assignment): TemplateResult {
  const own = readerOf(of);
  const due = dueOf(of);
  return html`<dl class="assignment-facts">
    ${of.opens === null ? nothing : drawDate('Opens', of.opens, of.zone)}
    ${
      due === null
        ? html`<div>
            <dt>Due</dt>
            <dd>No date is set.</dd>
          </div>`
        : drawDate('Due', due, of.zone, own === '' ? null : `the date for “${own}”`)
    }
    <div>
      <dt>Worth</dt>
      <dd>${points(totalPoints(of))} for ${parts(of.items.length)}</dd>
    </div>
  </dl>`;
}

function drawDate(term: string, at: number, zone: string, whose: string | null = null): TemplateResult {
  const own = ownDateInWords(at, zone);
  return html`<div>
    <dt>${term}</dt>
    <dd>
      ${dateInWords(at, zone)}${own === null ? nothing : html`<span class="own-date">for you: ${own}</span>`}${
        whose === null ? nothing : html`<span class="own-date">${whose}</span>`
      }
    </dd>
  </div>`;
}

export const drawNote = ({ note }: Assignment): TemplateResult | typeof nothing =>
  note.trim() === ''
    ? nothing
    : html`<figure class="assignment-note">
        <figcaption>From your teacher</figcaption>
        <blockquote>${note}</blockquote>
      </figure>`;

/** @param linked whether each part leads to its place in the lesson */
export const drawGroups = (groups: readonly Group[], linked: boolean): TemplateResult =>
  html`<ul class="assignment-lessons">
    ${groups.map(
      ({ title, address, rows }) =>
        html`<li>
          <p class="assignment-lesson">${linked ? html`<a href=${address}>${title}</a>` : title}</p>
          <ul class="assignment-items">
            ${rows.map((row) => drawRow(row, linked))}
          </ul>
        </li>`,
    )}
  </ul>`;

const drawRow = ({ item, title, address, standing, note }: Row, linked: boolean): TemplateResult =>
  html`<li>
    <span class="assignment-item"
      ><span class="assignment-kind">${kinds[item.kind]}</span> ${
        linked ? html`<a href=${address}>${title}</a>` : title
      }${note === null ? nothing : html`<span class="own-date">${note}</span>`}</span
    >
    ${standing === null ? nothing : drawStanding(standing)}
    <span class="assignment-points">${points(item.points)}</span>
  </li>`;

/** `2 of 5 done` with a bar. */
export function drawCount(groups: readonly Group[]): TemplateResult {
  const { done, of }: Count = countOf(groups);
  return html`<p class="assignment-count">
    <progress max=${of} .value=${done} aria-label="Parts that are done"></progress>
    <span>${done} of ${of} done</span>
  </p>`;
}
