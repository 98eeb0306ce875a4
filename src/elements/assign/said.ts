/** What was just done, said where it was done. */
import { html, type TemplateResult } from 'lit-html';
import type { Desk, Said } from './desk.ts';

/** A sentence about what was done here; its place is always there, so that it is read out. */
export function status({ state: { said } }: Desk, at: Said['at']): TemplateResult {
  const here = said?.at === at ? said : null;
  return html`<p class="assign-said ${here?.fault ? 'desk-note fault' : ''}" role="status">
    ${here?.text ?? ''}
  </p>`;
}
