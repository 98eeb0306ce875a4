/** The assignment as a file, to be changed and to take in with. It stands after all that is in it. */
import { html, type TemplateResult } from 'lit-html';
import type { Desk } from './desk.ts';
import type { Hands } from './hands.ts';
import { status } from './said.ts';

export function fileView(desk: Desk, hands: Hands): TemplateResult {
  const { saved } = desk.state.draft;
  return html`<section class="assign-keep" aria-labelledby="assign-keep">
    <h3 id="assign-keep">Keep it as a file</h3>
    <p>
      With the file you change the assignment later, and take in what students hand in: the dates that stand
      in it are those that count, those of single students included.
    </p>
    <div class="desk-buttons">
      <button type="button" class="quiet-button" @click=${() => void hands.save()}>Save as a file</button>
      <span class=${saved === false ? 'assign-unsaved assign-behind' : 'assign-unsaved'} role="status"
        >${unsaved(saved)}</span
      >
    </div>
    ${status(desk, 'file')}
  </section>`;
}

function unsaved(saved: boolean | null): string {
  if (saved === null) return 'Not saved yet.';
  return saved ? '' : 'Not saved since the last change.';
}
