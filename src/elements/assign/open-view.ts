/** Coming back to an assignment, or beginning another. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { siteAddress } from '../files/address.ts';
import type { Desk } from './desk.ts';
import type { Hands } from './hands.ts';

export function openView(desk: Desk, hands: Hands): TemplateResult {
  const { said } = desk.state;
  const here = said?.at === 'open' ? said : null;
  const before = here?.before;
  return html`<section class="assign-open" aria-labelledby="assign-open">
    <h3 id="assign-open" tabindex="-1">Change one that you made before</h3>
    <p>Open its file, or paste its link. It takes the place of what stands on this page.</p>
    <form
      class="assign-move"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        if (event.target instanceof HTMLFormElement)
          void hands.openLink(event.target.querySelector('[name="link"]'));
      }}
    >
      <label class="quiet-button desk-file">
        Open a file
        <input
          type="file"
          accept=".gz,.descent,.json,application/gzip"
          @change=${(event: Event) => {
            if (event.target instanceof HTMLInputElement) void hands.openFile(event.target);
          }}
        />
      </label>
      <label class="desk-field">
        <span>Or its link</span>
        <input name="link" type="text" autocomplete="off" spellcheck="false" required />
      </label>
      <button class="quiet-button">Open the link</button>
      <button type="button" class="quiet-button" @click=${() => void hands.renew()}>New assignment</button>
    </form>
    <div class="assign-said ${here?.fault ? 'desk-note fault' : ''}" role="status">
      ${
        here
          ? html`<p>
              ${here.text}
              ${
                here.to === 'collect'
                  ? html`<a href=${siteAddress('teach/collect/')}>Take it in here →</a>`
                  : nothing
              }
              ${
                before
                  ? html`<button type="button" class="quiet-button" @click=${() => desk.restore(before)}>
                      Put back what was here
                    </button>`
                  : nothing
              }
            </p>`
          : nothing
      }
    </div>
  </section>`;
}
