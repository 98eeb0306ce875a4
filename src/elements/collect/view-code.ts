/** Texts of students beside others. They are shown and never read as code. */
import { html, type TemplateResult } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { highlighted } from '../cell/code.ts';

/** Characters up to which a text is coloured: what finds the words may take the square of it. */
const mostColoured = 6_000;

const codeOf = (text: string): HTMLElement | string =>
  text.length > mostColoured ? text : highlighted(text);

export interface Side {
  name: string;
  text: string;
}

export const viewSides = (sides: readonly Side[], of: string): TemplateResult =>
  html`<div class="collect-sides">
    ${sides.map(
      ({ name, text }) =>
        html`<section aria-label="${name}: ${of}">
          <p class="collect-side">${name}</p>
          <pre class="collect-code" dir="ltr" tabindex="0">${guard([text], () => codeOf(text))}</pre>
        </section>`,
    )}
  </div>`;
