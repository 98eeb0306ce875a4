/** One part of one student's work. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { keyOf, type Item } from '../../teaching/assignment.ts';
import { handedIn } from '../../teaching/collection.ts';
import { flagWords } from '../../teaching/feedback.ts';
import type { Found } from '../../teaching/marks.ts';
import type { HandedExercise, HandedQuiz } from '../../teaching/submission.ts';
import { saidWords } from './cell-words.ts';
import type { Line } from './ledger.ts';
import type { WithAssignment } from './model.ts';
import { viewSides, type Side } from './view-code.ts';
import { count } from './words.ts';

export function viewPart(line: Line, item: Item, i: number, model: WithAssignment): TemplateResult {
  const { entry, marks } = line.row;
  const key = keyOf(item);
  const handed = handedIn(entry, item);
  const { claimed = null, flags = [] } = marks[i] ?? {};
  const id = `collect-part-${i}`;
  return html`<section class="desk-card collect-part" aria-labelledby=${id}>
    <h3 id=${id}>${model.titleOf(item)}</h3>
    ${
      handed && claimed !== null
        ? html`<dl>
              <dt>The file says</dt>
              <dd>${saidWords(item, claimed)} <span class="soft">(self-reported)</span></dd>
              <dt>Found</dt>
              <dd>${viewFound(entry.found.get(key), model)}</dd>
            </dl>
            ${flags.map((flag) => html`<p class="collect-flag">${flagWords[flag]}</p>`)}
            ${
              handed.kind === 'exercise'
                ? viewExercise(line, item, handed, model)
                : viewQuiz(handed, item, entry.found.get(key), model)
            }`
        : html`<p class="soft">Nothing was handed in.</p>`
    }
    ${viewMarking(line, item, i, model, handed?.kind === 'exercise')}
  </section>`;
}

function viewFound(found: Found | undefined, { run }: WithAssignment) {
  if (!found) return run.phase === 'running' ? 'waits for its turn' : 'not run again yet';
  switch (found.kind) {
    case 'gone':
      return 'The course has this part no longer.';
    case 'quiz':
      return `marked again: ${count(found.questions.length, 'question')}`;
    case 'exercise':
      return html`${found.passed} of ${count(found.tests, 'test')} passed when it was run
      again${found.score === null ? nothing : `, with a score of ${Number(found.score.toPrecision(4))}`}.
      ${found.problem === null ? nothing : html`<span class="collect-problem">${found.problem}</span>`}`;
  }
}

function viewExercise(
  { row }: Line,
  item: Item,
  { source, others, numbers, tries, hints, solution, output, score }: HandedExercise,
  { records, titleOf }: WithAssignment,
): TemplateResult {
  const record = records.get(item.lesson);
  const exercise = record?.exercises.find(({ id }) => id === item.part);
  const own = (cell: string): string => record?.cells.find(({ id }) => id === cell)?.source ?? '';
  const starter = exercise ? own(exercise.cell) : '';
  const title = titleOf(item);
  const sides: Side[] = [
    source === null
      ? { name: 'The lesson’s own text, not changed', text: starter }
      : { name: row.student || 'The student', text: source },
    ...(exercise ? [{ name: 'A solution', text: exercise.solution }] : []),
  ];
  const changed = [
    ...others.map(({ cell, source: text }) => ({ cell, text })),
    ...(numbers === null ? [] : [{ cell: 'the numbers', text: numbers }]),
  ];
  return html`
    <p class="soft">
      By the file: ${count(tries, 'check')}, ${count(hints, 'hint')} opened, solution
      ${solution ? 'opened' : 'not opened'}${score === null ? nothing : `, a score of ${Number(score.toPrecision(4))}`}.
    </p>
    ${viewSides(sides, title)}
    ${changed.map(
      ({ cell, text }) =>
        html`<details>
          <summary>Changed as well: ${cell}</summary>
          ${viewSides(
            [
              { name: row.student || 'The student', text },
              { name: 'The lesson', text: own(cell) },
            ],
            `${title}, ${cell}`,
          )}
        </details>`,
    )}
    ${
      output === ''
        ? nothing
        : html`<details>
            <summary>What the last check said, self-reported</summary>
            <pre class="collect-code" tabindex="0" aria-label="Output, self-reported: ${title}">
${output}</pre>
          </details>`
    }
  `;
}

function viewQuiz(handed: HandedQuiz, item: Item, found: Found | undefined, { asked }: WithAssignment) {
  const given = new Map(handed.questions.map((each) => [each.question, each]));
  if (found?.kind !== 'quiz') return html`<p class="soft">${count(given.size, 'answer')}.</p>`;
  const word = (right: boolean | null): string =>
    right === null ? '– no answer' : right ? '✓ right' : '✗ wrong';
  return html`<div class="desk-table" tabindex="0" role="region" aria-label="Questions, marked again">
    <table>
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col">First answer</th>
          <th scope="col">Last answer</th>
          <th scope="col">Tries</th>
        </tr>
      </thead>
      <tbody>
        ${found.questions.map(
          ({ question, first, last }) =>
            html`<tr>
              <th scope="row">${asked.get(`${item.lesson}/${item.part}/${question}`) ?? question}</th>
              <td class="collect-word">${word(first)}</td>
              <td class="collect-word">${word(last)}</td>
              <td class="number">${given.get(question)?.tries ?? 0}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function viewMarking(
  { row, place }: Line,
  item: Item,
  i: number,
  { acts, titleOf }: WithAssignment,
  runs: boolean,
) {
  const { entry } = row;
  const key = keyOf(item);
  const hand = entry.points.has(key);
  const points = row.points[i] ?? null;
  const title = titleOf(item);
  const change = ({ currentTarget }: Event): void => {
    const input = currentTarget as HTMLInputElement;
    const typed = input.value.trim() === '' ? null : input.valueAsNumber;
    const valid = typed === null || (typed >= 0 && typed <= 10_000);
    // What is no number goes back to what stood there, and nothing to what was found.
    if (!valid) input.value = fieldOf(points);
    else if (typed === null) input.value = fieldOf(row.marks[i]?.points ?? null);
    if (valid) acts.points(place, item, typed);
  };
  return html`
    <div class="collect-marking">
      <div class="desk-field">
        <label for="collect-points-${i}">Points <span class="soft">of ${item.points}</span></label>
        <input
          id="collect-points-${i}"
          type="number"
          min="0"
          max="10000"
          step="any"
          aria-describedby="collect-hand-${i}"
          .value=${fieldOf(points)}
          @change=${change}
        />
        <p id="collect-hand-${i}" class="soft">
          ${hand ? 'By hand.' : points === null ? 'Nothing yet.' : 'As found.'}
        </p>
        <div class="desk-buttons">
          ${
            hand
              ? html`<button
                  type="button"
                  class="quiet-button"
                  aria-label="Take back the points by hand: ${title}"
                  @click=${() => acts.points(place, item, null)}
                >
                  Take back
                </button>`
              : nothing
          }
          ${
            runs
              ? html`<button
                  type="button"
                  class="quiet-button"
                  aria-label="Run again: ${title}"
                  aria-disabled=${!entry.found.has(key)}
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
          aria-label="Comment: ${title}"
          .value=${live(entry.comments.get(key) ?? '')}
          @input=${({ currentTarget }: Event) =>
            acts.comment(place, key, (currentTarget as HTMLTextAreaElement).value)}
        ></textarea>
      </label>
    </div>
  `;
}

const fieldOf = (points: number | null): string => (points === null ? '' : String(points));
