/** The assignment on paper: this and nothing else is printed. And its QR code for a whole room. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Assignment } from '../../teaching/assignment.ts';
import { keyOf, totalPoints } from '../../teaching/assignment.ts';
import { dateInWords } from '../../teaching/dates.ts';
import { ruleSentences } from '../../teaching/rules-in-words.ts';
import type { CourseIndex } from '../../teaching/selection.ts';
import type { DeskState } from './desk.ts';
import { count } from './fields.ts';
import { qrView, toCode } from './qr-view.ts';

export function handOut({ made, links, index }: DeskState): TemplateResult | typeof nothing {
  const { assignment } = made;
  if (!assignment || !links) return nothing;
  const { title, note, opens, due, zone, policy } = assignment;
  const code = toCode(links.all);
  return html`<article class="assign-paper">
    <h1>${title}</h1>
    ${note === '' ? nothing : html`<p class="assign-note">${note}</p>`}
    <dl>
      ${
        opens === null
          ? nothing
          : html`<dt>Opens</dt>
              <dd>${dateInWords(opens, zone)}</dd>`
      }
      ${
        due === null
          ? nothing
          : html`<dt>Due</dt>
              <dd>${dateInWords(due, zone)}</dd>`
      }
      <dt>In all</dt>
      <dd>${count(assignment.items.length, 'item')}, ${count(totalPoints(assignment), 'point')}</dd>
    </dl>
    <div class="assign-way">
      <div>
        <h2>How to begin</h2>
        <p>
          Open this link in a browser${code ? ', or point a camera at the code' : ''}. You need no account.
          ${askedFor[assignment.asks]}
        </p>
        <p class="assign-address">${links.all}</p>
      </div>
      ${code ? qrView(code, `QR code of the link to “${title}”`) : nothing}
    </div>
    <h2>What to do</h2>
    ${byLesson(assignment, index).map(
      ({ name, items }) =>
        html`<h3>${name}</h3>
          <ul>
            ${items.map(
              (each) =>
                html`<li>
                  <span
                    >${each.title}
                    <span class="soft">${each.kind === 'quiz' ? 'Quiz' : 'Exercise'}</span></span
                  >
                  <span>${count(each.points, 'point')}</span>
                </li>`,
            )}
          </ul>`,
    )}
    <h2>Rules</h2>
    <ul class="assign-sentences">
      ${ruleSentences(policy).map((each) => html`<li>${each}</li>`)}
    </ul>
  </article>`;
}

const askedFor: Readonly<Record<Assignment['asks'], string>> = {
  nothing: 'When you are done, save one file and hand it in.',
  name: 'When you are done, type your name, save one file and hand it in.',
  code: 'When you are done, type the code that your teacher gave you, save one file and hand it in.',
};

/** Neighbours of one lesson below its name. */
function byLesson({ items }: Assignment, index: CourseIndex) {
  const groups: { lesson: string; name: string; items: { title: string; kind: string; points: number }[] }[] =
    [];
  for (const item of items) {
    const found = index.get(keyOf(item));
    const name = found ? `${found.lesson.number} ${found.lesson.title}` : item.lesson;
    if (groups.at(-1)?.lesson !== item.lesson) groups.push({ lesson: item.lesson, name, items: [] });
    groups
      .at(-1)
      ?.items.push({ title: found?.part.title ?? item.part, kind: item.kind, points: item.points });
  }
  return groups;
}

/** To be seen from the last row. */
export function largeCode({ made, links }: DeskState): TemplateResult {
  const code = links && toCode(links.all);
  return html`<dialog id="assign-large" class="assign-large" aria-labelledby="assign-large-title">
    <h2 id="assign-large-title">${made.title}</h2>
    ${code ? qrView(code, `QR code of the link to “${made.title}”`) : nothing}
    <form method="dialog"><button class="quiet-button">Close</button></form>
  </dialog>`;
}
