/** How far running again has come, and how to end it or go on. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Model } from './model.ts';
import { durationInWords } from './pace.ts';
import { count } from './words.ts';

export function viewProgress(model: Model): TemplateResult | typeof nothing {
  const { sums, run, reading, acts } = model;
  if (reading !== null && run.phase !== 'running')
    return html`<p class="collect-progress">Reading… ${count(reading, 'file')} so far.</p>`;
  if (sums.handed === 0) return nothing;
  if (run.phase === 'rest' && sums.ran === sums.handed) return nothing;
  // One button, so that it keeps the focus when its word changes.
  const running = run.phase === 'running';
  const left = run.left === null || !running ? '' : ` ${durationInWords(run.left)} left.`;
  return html`
    <section class="desk-card collect-progress" aria-labelledby="collect-run">
      <h2 id="collect-run">${title[run.phase]}</h2>
      ${
        run.phase === 'trouble'
          ? html`<p class="desk-note fault">
              ${run.trouble} Nothing is lost: what was run again stays. Try again when the connection is back.
            </p>`
          : nothing
      }
      <progress max=${sums.handed} value=${sums.ran} aria-labelledby="collect-run"></progress>
      <p>
        ${sums.ran} of ${sums.handed}
        parts.${left}${
          run.phase === 'running'
            ? html` <span class="soft">Everything else on this page can be used meanwhile.</span>`
            : nothing
        }
      </p>
      <div class="desk-buttons">
        <button
          type="button"
          class=${running ? 'quiet-button' : 'strong-button'}
          @click=${running ? acts.stop : acts.runAgain}
        >
          ${button[run.phase]}
        </button>
      </div>
    </section>
  `;
}

const title = {
  rest: 'Not everything was run again',
  running: 'Running the answers again',
  stopped: 'Running again was cancelled',
  trouble: 'Running again has stopped',
} as const;

const button = { rest: 'Go on', running: 'Cancel', stopped: 'Go on', trouble: 'Try again' } as const;
