/** One part of one student's work. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Plain } from '../../kernel/plain.ts';
import { answerInWords } from '../../teaching/answer-words.ts';
import { keyOf, type Item } from '../../teaching/assignment.ts';
import { handedIn } from '../../teaching/collection.ts';
import { flagWords } from '../../teaching/feedback.ts';
import type { Found } from '../../teaching/marks.ts';
import type { HandedExercise, HandedQuiz } from '../../teaching/submission.ts';
import { saidWords } from './cell-words.ts';
import type { Line } from './ledger.ts';
import type { WithAssignment } from './model.ts';
import { viewSides, type Side } from './view-code.ts';
import { viewMarking } from './view-marking.ts';
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
    ${viewMarking(line, item, i, model)}
  </section>`;
}

function viewFound(found: Found | undefined, { run, assignment }: WithAssignment) {
  const { answers } = assignment.policy;
  if (!found) return run.phase === 'running' ? 'waits for its turn' : 'not run again yet';
  switch (found.kind) {
    case 'gone':
      return 'The course has this part no longer.';
    case 'quiz':
      return `${found.questions.filter((each) => each[answers] === true).length} of ${found.questions.length} right by the ${answers} answer, marked again`;
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

function viewQuiz(handed: HandedQuiz, item: Item, found: Found | undefined, model: WithAssignment) {
  const { askedIn, choices } = model;
  const given = new Map(handed.questions.map((each) => [each.question, each]));
  if (found?.kind !== 'quiz') return html`<p class="soft">${count(given.size, 'answer')}.</p>`;
  const word = (right: boolean | null): string =>
    right === null ? '– no answer' : right ? '✓ right' : '✗ wrong';
  const answer = (right: boolean | null, given: Plain | undefined): TemplateResult =>
    html`<td>
      <span class="collect-word">${word(right)}</span>${
        given === undefined
          ? nothing
          : html`<small class="collect-answer">${answerInWords(given, choices)}</small>`
      }
    </td>`;
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
              <th scope="row">${askedIn(item, question)}</th>
              ${answer(first, given.get(question)?.first)} ${answer(last, given.get(question)?.last)}
              <td class="number">${given.get(question)?.tries ?? 0}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
