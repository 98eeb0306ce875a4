/** Measures the back end in use once, when the page has nothing else to do, and keeps the number. */
import type { Kernel } from '../../kernel/kernel.ts';
import { findAdapter } from './adapter.ts';
import { keepAdapter, keepProbe, keptProbes } from './preference.ts';

/** Milliseconds of rest before a probe, so that it never meets the reader's next run. */
const rest = 4_000;
let timer: ReturnType<typeof setTimeout> | undefined;

export function probeWhenIdle(kernel: Kernel): void {
  clearTimeout(timer);
  timer = setTimeout(() => void probe(kernel), rest);
}

async function probe(kernel: Kernel): Promise<void> {
  if (document.hidden) return;
  keepAdapter((await findAdapter())?.name ?? '');
  const backend = document.documentElement.dataset['backend'];
  if (!backend || Object.hasOwn(keptProbes(), backend)) return;
  const measured = await kernel.probe();
  if (measured) keepProbe(measured.backend, measured.ms);
}
