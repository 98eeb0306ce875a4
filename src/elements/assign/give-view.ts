/** The third section: the link, its QR code, the file, and what is changed later. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { Assignment } from '../../teaching/assignment.ts';
import type { Desk } from './desk.ts';
import { extensionsView } from './extensions-view.ts';
import { idOf } from './fields.ts';
import { fileView } from './file-view.ts';
import type { Hands } from './hands.ts';
import type { Links } from './links.ts';
import { openView } from './open-view.ts';
import { qrView, toCode } from './qr-view.ts';
import { status } from './said.ts';
import { shiftView } from './shift-view.ts';

export function giveView(desk: Desk, hands: Hands): TemplateResult {
  const { made, links, draft } = desk.state;
  return html`<section aria-labelledby="assign-give">
    <h2 id="assign-give" tabindex="-1">Give out</h2>
    ${
      made.assignment && links
        ? linkView(desk, hands, made.assignment, links)
        : html`<div class="desk-card assign-none">${noLink(desk)}</div>`
    }
    ${draft.items.length > 0 ? html`${extensionsView(desk, hands)} ${shiftView(desk)}` : nothing}
    ${made.assignment ? fileView(desk, hands) : nothing} ${openView(desk, hands)}
  </section>`;
}

/** What stands in the place of the link. */
function noLink(desk: Desk): TemplateResult {
  const { made, draft } = desk.state;
  const stops = made.faults.filter(({ stops }) => stops);
  if (draft.items.length === 0) return html`<p>Choose something above, and its link stands here.</p>`;
  if (!('CompressionStream' in globalThis))
    return html`<p>This browser is too old to make a link. Update it, or use another.</p>`;
  if (stops.length === 0) return html`<p>One moment …</p>`;
  return html`<p>There is no link as long as this stands:</p>
    <ul>
      ${stops.map(({ at, text: what }) => {
        const text = `${itemOf(desk, at)}${what}`;
        return html`<li>
          ${text}
          <button type="button" class="quiet-button" @click=${() => goTo(desk, at)}>
            Go there<span class="sr-only">: ${text}</span>
          </button>
        </li>`;
      })}
    </ul>`;
}

/** `“One step”: `, where the field belongs to one. */
function itemOf({ state }: Desk, at: string): string {
  const part = state.index.get(at.replace(/^points /u, ''))?.part;
  return part ? `“${part.title}”: ` : '';
}

/** A field of points may stand in a chapter that is closed, or that is searched away. */
function goTo(desk: Desk, at: string): void {
  desk.search('');
  const lesson = /^points \w+:(?<lesson>[^/]+)/u.exec(at)?.groups?.['lesson'];
  const home = desk.state.course.chapters.find(({ lessons }) => lessons.some(({ id }) => id === lesson));
  if (home) desk.unfold(home.number, true);
  const field = document.getElementById(idOf(at));
  const fold = field?.closest('details');
  if (fold) fold.open = true;
  field?.focus();
}

function linkView(desk: Desk, hands: Hands, assignment: Assignment, links: Links): TemplateResult {
  const code = toCode(links.all);
  return html`<div class="desk-card assign-give">
    <div class="assign-link">
      <label class="desk-field">
        <span>Link for your students</span>
        <input
          id=${idOf('link')}
          type="text"
          readonly
          .value=${live(links.all)}
          @focus=${(event: Event) => {
            if (event.target instanceof HTMLInputElement) event.target.select();
          }}
        />
      </label>
      <div class="desk-buttons">
        <button type="button" class="strong-button" @click=${() => void hands.copy()}>Copy the link</button>
        <a class="quiet-button" href=${links.all} target="_blank">See it as a student</a>
        <button type="button" class="quiet-button" @click=${() => void hands.print()}>
          Print a hand-out
        </button>
      </div>
      ${status(desk, 'link')} ${givenNote(desk, links)}
      <p class="soft">
        The whole assignment lies in the link itself, and goes to no server. Whoever has the link can read it.
      </p>
    </div>
    ${
      code
        ? html`<div class="assign-code">
            ${qrView(code, `QR code of the link to “${assignment.title}”`)}
            <button type="button" class="quiet-button" @click=${hands.enlarge}>Show it large</button>
          </div>`
        : html`<p class="desk-note assign-code">
            The link is too long for a QR code that cameras read. Choose fewer items or shorten the note to
            get one; the link works as it is.
          </p>`
    }
  </div>`;
}

/** Once a link is out, another one is worth a word. */
function givenNote({ state: { draft } }: Desk, { fragment }: Links): TemplateResult | typeof nothing {
  if (draft.given === null || draft.given === fragment) return nothing;
  return html`<div class="desk-note">
    <p>
      This is another link than the one that you gave out. Students who opened the old one keep its dates,
      items and rules until they open the new one; what they hand in belongs to this assignment either way.
      When you take in, your file’s dates count: save it again.
    </p>
  </div>`;
}
