import type { OutputOf } from '../kernel/protocol.ts';
import type { DisplayHost } from './display-host.ts';
import type { Progress } from './vocabulary.ts';

/** A bar with steps and time left; it ends at its last step, or by `end`. */
export function showProgress(host: DisplayHost, steps: number, label = ''): Progress & { end(): void } {
  if (!Number.isInteger(steps) || steps < 0)
    throw new RangeError('show.progress: steps must be a whole number, 0 or more.');
  const start = host.now();
  let state: OutputOf<'progress'> = {
    kind: 'progress',
    label,
    step: 0,
    steps,
    elapsed: 0,
    left: null,
    values: [],
    tensors: host.tensors(),
    ended: false,
  };
  const slot = host.put(state);

  function update(change: Partial<OutputOf<'progress'>>): void {
    state = { ...state, ...change, elapsed: host.now() - start, tensors: host.tensors() };
    state.left = state.step === 0 ? null : (state.elapsed / state.step) * (steps - state.step);
    if (slot !== null) host.put(state, slot);
  }

  return {
    to(step, values = {}) {
      const at = Math.min(steps, Math.max(0, Math.floor(step)));
      update({ step: at, values: namedNumbers(values), ended: at === steps });
    },
    end() {
      if (!state.ended) update({ ended: true });
    },
  };
}

function namedNumbers(values: Record<string, unknown>): { name: string; value: number }[] {
  return Object.entries(values)
    .slice(0, 12)
    .map(([name, value]) => ({ name, value: Number(value) }));
}
