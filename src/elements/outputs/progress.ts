import { make, setAttributes } from '../../figures/make.ts';
import { counted, formatDuration, formatNumber } from '../../figures/numbers.ts';
import type { OutputOf } from '../../kernel/protocol.ts';
import type { Drawn } from './drawn.ts';

type Progress = OutputOf<'progress'>;

/** Ears hear of training this often at most, in milliseconds. */
const speakEvery = 5_000;

/** A bar over the whole width and, beside the curves or below the bar, the values of the last step. */
export function drawProgress(output: Progress): Drawn<'progress'> {
  const fill = make('div', { class: 'progress-fill' });
  const bar = make('div', { class: 'progress-bar', role: 'progressbar', 'aria-valuemin': 0 }, fill);
  const values = make('div', { class: 'progress-values' });
  const speech = make('p', { class: 'for-ears', role: 'status' });
  const element = make('div', {}, bar, values, speech);
  let spoken = performance.now();
  const update = (next: Progress) => {
    const share = next.steps === 0 ? 0 : Math.min(1, next.step / next.steps);
    fill.style.transform = `scaleX(${share})`;
    bar.dataset['ended'] = String(next.ended);
    setAttributes(bar, {
      'aria-label': next.label === '' ? 'Progress' : next.label,
      'aria-valuemax': next.steps,
      'aria-valuenow': next.step,
      'aria-valuetext': where(next),
    });
    values.replaceChildren(...lines(next));
    if (!next.ended && performance.now() - spoken < speakEvery) return;
    spoken = performance.now();
    speech.textContent = [where(next), ...next.values.map(named)].join(', ');
  };
  update(output);
  return { element, update };
}

const named = ({ name, value }: { name: string; value: number }) => `${name} ${formatNumber(value)}`;

function where({ step, steps, left, ended, elapsed }: Progress): string {
  const at = `step ${formatNumber(step)} of ${formatNumber(steps)}`;
  if (ended)
    return `${at} · ${elapsed < 10_000 ? `${formatNumber(elapsed / 1000, 2)} s` : formatDuration(elapsed)}`;
  return left === null ? at : `${at} · ${formatDuration(left)} left`;
}

function lines(progress: Progress): HTMLElement[] {
  const rate = progress.elapsed > 0 ? (progress.step * 1000) / progress.elapsed : 0;
  const soft = [where(progress)];
  if (rate > 0) soft.push(`${formatNumber(rate, rate < 10 ? 2 : 3)} steps a second`);
  soft.push(`${counted(progress.tensors, 'tensor')} held`);
  return [
    ...progress.values.map((value) => make('p', { class: 'progress-value' }, named(value))),
    ...soft.map((text) => make('p', {}, text)),
  ];
}
