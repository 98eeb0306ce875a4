/** All assignments of this browser, and where one gets them. */
import { html, type TemplateResult } from 'lit-html';
import { dueInWords } from '../../teaching/due-in-words.ts';
import { drawCount } from './draw.ts';
import { groupsOf } from './rows.ts';
import type { State } from './state.ts';

export const drawList = ({ entries, course, done, now }: State): TemplateResult =>
  entries.length === 0
    ? drawNone()
    : html` <h2 tabindex="-1">In this browser</h2>
        <ul class="assignment-cards">
          ${entries.map(
            ({ assignment }) =>
              html`<li class="desk-card">
                <h3><a href=${`#${assignment.id}`}>${assignment.title}</a></h3>
                <p class="soft">${dueInWords(assignment, now)}</p>
                ${drawCount(groupsOf(assignment, course, done?.work ?? null))}
              </li>`,
          )}
        </ul>`;

const drawNone = (): TemplateResult => html`
  <h2 tabindex="-1">There is none in this browser</h2>
  <p class="desk-lead">
    An assignment comes as a link from a teacher: in a message, on a page of your school, or as a picture that
    a camera reads. Open the whole link here, in the browser in which you want to work. It is shown to you
    first, and kept when you say so.
  </p>
  <p>
    If you had one here before: it lies in the browser in which you opened it, and a private window forgets
    it. Open the link again; your work in the lessons is where it was.
  </p>
`;
