/** The class as a table: a row for each student, a narrow column for each part. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { totalPoints, type Assignment, type Item } from '../../teaching/assignment.ts';
import { cellWords } from './cell-words.ts';
import type { Line, Only, Order } from './ledger.ts';
import type { Model, WithAssignment } from './model.ts';
import { count, shortDate } from './words.ts';

export function viewTable(model: WithAssignment): TemplateResult {
  const { shown, assignment, look, acts } = model;
  return html`
    <section aria-labelledby="collect-class">
      <h2 id="collect-class">The class</h2>
      <p class="collect-sums">${sumsInWords(model)}</p>
      ${viewFilter(model)}
      <div class="desk-table collect-table" tabindex="0" role="region" aria-labelledby="collect-class">
        <table>
          <thead>
            <tr>
              ${heading(model, 'name', 'Student')}
              <th scope="col">Handed in<small>${assignment.zone}</small></th>
              ${assignment.due === null && assignment.extensions.length === 0 ? nothing : html`<th scope="col">Late<small>by their clock</small></th>`}
              ${guard([assignment, model.titleOf], () => assignment.items.map((item) => itemHeading(item, model)))}
              ${heading(model, 'total', 'Total', `of ${totalPoints(assignment)}`)}
              ${heading(model, 'facts', 'To look at')}
            </tr>
          </thead>
          <tbody>
            ${repeat(
              shown,
              ({ key }) => key,
              (line) =>
                guard([line, assignment, look.open === line.key], () =>
                  viewLine(line, assignment, look.open === line.key, acts.open),
                ),
            )}
          </tbody>
        </table>
      </div>
      ${shown.length === 0 ? html`<p class="soft">Nobody is left by this filter.</p>` : nothing}
    </section>
  `;
}

function sumsInWords({ sums }: Model): string {
  const { students, whole, handed, ran, differ } = sums;
  const all = whole === students ? 'Everything was run again' : `${ran} of ${handed} parts were run again`;
  const different =
    differ === 0
      ? ran === 0
        ? ''
        : whole === students
          ? ' Every result agrees with the student’s file.'
          : ' So far every result agrees with the student’s file.'
      : ` ${differ === 1 ? 'One file says' : `${differ} files say`} something else than was found: see\u00a0≠.`;
  return `${count(students, 'student')}. ${all}${ran < handed ? '; the rest is self-reported until it is run again' : ''}.${different}`;
}

function heading({ look, acts }: Model, order: Order, word: string, small?: string) {
  const sorted = look.order === order;
  const falls = (order !== 'name') !== look.turned;
  const turn = (): void => acts.look({ order, turned: sorted && !look.turned });
  return html`<th
    scope="col"
    class=${small === undefined ? '' : 'number'}
    aria-sort=${sorted ? (falls ? 'descending' : 'ascending') : 'none'}
  >
    <button type="button" class="collect-sort" @click=${turn}>
      ${word}<span aria-hidden="true">${sorted ? (falls ? ' ↓' : ' ↑') : ''}</span></button
    >${small === undefined ? nothing : html`<small>${small}</small>`}
  </th>`;
}

const itemHeading = (item: Item, { titleOf }: Model): TemplateResult =>
  html`<th scope="col" class="collect-item">${titleOf(item)}<small>of ${item.points}</small></th>`;

const filters: readonly (readonly [Only, string])[] = [
  ['all', 'Everybody'],
  ['facts', 'Only those with something to look at'],
  ['late', 'Only late'],
];

const viewFilter = ({ look, acts }: Model): TemplateResult =>
  html`<fieldset class="collect-filter">
    <legend class="sr-only">Who is shown</legend>
    ${filters.map(
      ([only, word]) =>
        html`<label class="desk-check"
          ><input
            type="radio"
            name="collect-only"
            .checked=${look.only === only}
            @change=${() => acts.look({ only })}
          />${word}</label
        >`,
    )}
  </fieldset>`;

function viewLine(line: Line, assignment: Assignment, open: boolean, show: (key: string) => void) {
  const { row, key, facts } = line;
  const dated = assignment.due !== null || assignment.extensions.length > 0;
  return html`<tr class=${open ? 'open' : ''}>
    <th scope="row">
      <button type="button" class="collect-name" aria-pressed=${open} @click=${() => show(key)}>
        ${row.student || 'No name'}
      </button>
    </th>
    <td class="collect-date">
      ${shortDate(row.entry.submission.made, assignment.zone)}${
        row.others.length === 0 ? nothing : html`<small>${count(row.others.length, 'other file')}</small>`
      }
    </td>
    ${dated ? html`<td class="collect-when">${row.late ? html`<span class="collect-late">late</span>` : 'in time'}</td>` : nothing}
    ${assignment.items.map((item, i) => viewCell(line, item, i))}
    <td class="number collect-total">${row.total}</td>
    <td class="collect-facts">
      ${facts.map(
        ({ words, count: times }) =>
          html`<span>${words}${times > 1 ? html` <span class="soft">× ${times}</span>` : nothing}</span>`,
      )}
    </td>
  </tr>`;
}

function viewCell({ row }: Line, item: Item, i: number): TemplateResult {
  const { kind, sign, main, sub } = cellWords(row, item, i);
  return html`<td class="number collect-cell ${kind}">
    ${sign === '' ? nothing : html`<span class="collect-sign" aria-hidden="true">${sign}</span> `}${
      kind === 'none' && sign === ''
        ? html`<span aria-hidden="true">–</span><span class="sr-only">nothing handed in</span>`
        : main
    }${sub === '' ? nothing : html`<small>${sub}</small>`}
  </td>`;
}
