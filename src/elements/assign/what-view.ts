/** The first section: the course as a tree, from which parts are chosen. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { Assignable, AssignableLesson, FoundPart } from '../../teaching/assignable.ts';
import { keyOf } from '../../teaching/assignment.ts';
import {
  differences,
  keyOfPart,
  search,
  shareOf,
  toKeys,
  toPoints,
  type Chosen,
} from '../../teaching/selection.ts';
import { siteAddress } from '../files/address.ts';
import type { Desk } from './desk.ts';
import { count, describedBy, faults, idOf, invalid, typed } from './fields.ts';

type Chapter = Assignable['chapters'][number];

/** What a row needs to know of the rest. */
interface Tree {
  desk: Desk;
  keys: ReadonlySet<string>;
  changed: ReadonlySet<string>;
  items: ReadonlyMap<string, Chosen>;
}

export function whatView(desk: Desk): TemplateResult {
  const { state } = desk;
  const { items } = state.draft;
  const searching = state.words.trim() !== '';
  const shown = searching ? search(state.course, state.words) : state.course;
  const { changed, gone } = differences(items, state.index);
  const byKey = new Map(items.map((each) => [keyOf(each), each]));
  const tree: Tree = { desk, keys: toKeys(items), changed, items: byKey };
  return html`<section class="assign-what" aria-labelledby="assign-what">
    <div class="assign-head">
      <h2 id="assign-what">What</h2>
      <p class="assign-sum">
        ${sumInWords(items)} ${items.length > 0 ? html`<a href="#assign-give">to the link</a>` : nothing}
      </p>
    </div>
    ${differencesNote(desk, changed.size, gone)}
    <div class="assign-filter">
      <label class="desk-field">
        <span>Show only parts with these words</span>
        <input
          type="search"
          autocomplete="off"
          spellcheck="false"
          .value=${live(state.words)}
          @input=${(event: Event) => desk.search(typed(event))}
        />
      </label>
      <p class="soft" role="status">
        ${searching ? `${countParts(shown)} of ${count(state.index.size, 'part')}` : ''}
      </p>
    </div>
    ${faults(state, 'items')}
    <ul class="assign-tree" aria-label="The course">
      ${shown.chapters.map((chapter) => chapterRow(tree, chapter, searching))}
    </ul>
  </section>`;
}

const countParts = ({ chapters }: Assignable): number =>
  chapters.flatMap(({ lessons }) => lessons).reduce((sum, { parts }) => sum + parts.length, 0);

export function sumInWords(items: readonly Chosen[]): string {
  if (items.length === 0) return 'Nothing chosen yet';
  const points = items.reduce((sum, each) => sum + (toPoints(each.points) ?? 0), 0);
  return `${count(items.length, 'item')}, ${count(Math.round(points * 100) / 100, 'point')}`;
}

const foundIn = (lesson: AssignableLesson): FoundPart[] => lesson.parts.map((part) => ({ lesson, part }));

function chapterRow(tree: Tree, chapter: Chapter, searching: boolean): TemplateResult {
  const { desk, keys, items } = tree;
  const { number, title, lessons } = chapter;
  const parts = lessons.flatMap(foundIn);
  const open = searching || (desk.state.open.get(number) ?? false);
  const id = `assign-chapter-${number}`;
  const own = parts.flatMap((each) => items.get(keyOfPart(each)) ?? []);
  return html`<li>
    <div class="assign-row assign-chapter">
      <button
        type="button"
        class="assign-fold"
        aria-expanded=${open}
        aria-controls=${id}
        aria-label="Lessons of chapter ${number}, ${title}"
        ?disabled=${searching}
        @click=${() => desk.unfold(number, !open)}
      ></button>
      ${box(desk, parts, keys, `${number} ${title}`)}
      <span class="soft">
        ${
          own.length > 0
            ? `${sumInWords(own)} chosen`
            : `${count(lessons.length, 'lesson')}, ${count(parts.length, 'part')}`
        }
      </span>
    </div>
    <ul id=${id} ?hidden=${!open}>
      ${open ? lessons.map((lesson) => lessonRow(tree, lesson)) : nothing}
    </ul>
  </li>`;
}

function lessonRow(tree: Tree, lesson: AssignableLesson): TemplateResult {
  const parts = foundIn(lesson);
  return html`<li>
    <div class="assign-row assign-lesson">
      ${box(tree.desk, parts, tree.keys, `${lesson.number} ${lesson.title}`)}
      <span class="soft">${lesson.minutes} minutes</span>
    </div>
    <ul>
      ${parts.map((part) => partRow(tree, part))}
    </ul>
  </li>`;
}

/** A box for several parts at once: in between where only some are chosen. */
function box(
  desk: Desk,
  parts: readonly FoundPart[],
  keys: ReadonlySet<string>,
  title: string,
): TemplateResult {
  const share = shareOf(keys, parts);
  return html`<label class="desk-check">
    <input
      type="checkbox"
      .checked=${live(share === 'all')}
      .indeterminate=${live(share === 'some')}
      @change=${() => desk.choose(parts, share !== 'all')}
    />
    <span>${title}</span>
  </label>`;
}

function partRow({ desk, items, changed }: Tree, found: FoundPart): TemplateResult {
  const { lesson, part } = found;
  const key = keyOfPart(found);
  const chosen = items.get(key);
  const kind = part.kind === 'quiz' ? `Quiz, ${count(part.keys.length, 'question')}` : 'Exercise';
  return html`<li class="assign-row assign-part">
    <label class="desk-check">
      <input
        type="checkbox"
        .checked=${live(chosen !== undefined)}
        @change=${() => desk.choose([found], !chosen)}
      />
      <span>
        <span class="assign-title">${part.title}</span> <span class="soft">${kind}</span>
        ${changed.has(key) ? html`<span class="assign-mark">changed since</span>` : nothing}
      </span>
    </label>
    ${chosen ? pointsField(desk, chosen, key, part.title) : nothing}
    <a
      class="assign-look"
      href=${siteAddress(`${lesson.id}/#${part.id}`)}
      target="_blank"
      aria-label="Look at ${part.title} in its lesson, in a new tab"
      >Look</a
    >
  </li>`;
}

function pointsField(desk: Desk, { points }: Chosen, key: string, title: string): TemplateResult {
  const at = `points ${key}`;
  return html`<span class="assign-points">
    <label>
      <input
        id=${idOf(at)}
        type="number"
        min="0"
        max="1000"
        step="0.5"
        inputmode="decimal"
        aria-label="Points for ${title}"
        aria-invalid=${invalid(desk.state, at)}
        aria-describedby=${describedBy(desk.state, at)}
        .value=${live(points)}
        @input=${(event: Event) => desk.setPoints(key, typed(event))}
      />
      <span aria-hidden="true">${points === '1' ? 'point' : 'points'}</span>
    </label>
    ${faults(desk.state, at)}
  </span>`;
}

function differencesNote(
  desk: Desk,
  changed: number,
  gone: readonly Chosen[],
): TemplateResult | typeof nothing {
  if (changed + gone.length === 0) return nothing;
  return html`<div class="desk-note">
    ${
      changed > 0
        ? html`<p>
            ${count(changed, 'item')} changed in the course since this was made, marked “changed since” below.
            Students work on what the course has now.
          </p>`
        : nothing
    }
    ${
      gone.length > 0
        ? html`<p>No longer in the course:</p>
            <ul class="assign-gone">
              ${gone.map(
                (each) =>
                  html`<li>
                    <span
                      >${each.kind === 'quiz' ? 'Quiz' : 'Exercise'} “${each.part}” of the lesson
                      “${each.lesson}”</span
                    >
                    <button
                      type="button"
                      class="quiet-button"
                      aria-label="Leave out “${each.part}” of the lesson “${each.lesson}”"
                      @click=${() => desk.drop(keyOf(each))}
                    >
                      Leave out
                    </button>
                  </li>`,
              )}
            </ul>`
        : nothing
    }
    <p class="desk-buttons">
      <button type="button" class="quiet-button" @click=${() => desk.takePresent()}>
        Take the present versions
      </button>
    </p>
  </div>`;
}
