/**
 * When the page has nothing else to do after a run, measures the back ends that are worth comparing, once, and keeps
 * the numbers: the next kernel is chosen by them.
 */
import { createKernel } from '../../kernel/client.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { BackendName } from '../../kernel/protocol.ts';
import { findAdapter, type AdapterFacts } from './adapter.ts';
import { keepAdapter, keepProbe, keptProbes, type Probes } from './preference.ts';

/** Milliseconds of rest before a probe, so that it rarely meets the reader's next run. */
const rest = 4_000;
let timer: ReturnType<typeof setTimeout> | undefined;
let other: Kernel | undefined;

/** Ends a measurement under way: the reader's run has the machine to itself. */
export function putOffProbe(): void {
  clearTimeout(timer);
  other?.dispose();
  other = undefined;
}

export function probeWhenIdle(kernel: Kernel): void {
  clearTimeout(timer);
  timer = setTimeout(() => void probe(kernel), rest);
}

/**
 * What is yet to be measured. Only a real graphics card raises the question whether it is faster than the processor:
 * a small model may not be. Who saves data is not made to fetch a second back end.
 */
export function unmeasured(
  used: BackendName,
  adapter: AdapterFacts | null,
  known: Probes,
  savesData: boolean,
): BackendName[] {
  const rivals: BackendName[] = adapter && !adapter.software && !savesData ? ['webgpu', 'wasm'] : [];
  return [...new Set<BackendName>([used, ...rivals])].filter((name) => known[name] === undefined);
}

async function probe(kernel: Kernel): Promise<void> {
  if (document.hidden) return;
  const adapter = await findAdapter();
  keepAdapter(adapter?.name ?? '');
  const { backend } = document.documentElement.dataset as { backend?: BackendName };
  if (!backend) return;
  for (const name of unmeasured(backend, adapter, keptProbes(), savesData())) {
    const measured = name === backend ? await kernel.probe() : await measureApart(name);
    if (measured?.backend === name) keepProbe(name, measured.ms);
  }
}

/** On a kernel of its own, which runs nothing of the lesson's. */
async function measureApart(backend: BackendName): ReturnType<Kernel['probe']> {
  const compiled = { code: 'export default async () => {};', defines: [], needs: [], imports: [], map: [] };
  const cells = [{ id: 'probe', title: 'Probe', source: '', compiled }];
  const kernel = createKernel({ lesson: 'probe', seed: 1, cells, backend, probes: {} });
  other = kernel;
  try {
    return (await kernel.run('probe')) === 'done' ? await kernel.probe() : null;
  } finally {
    kernel.dispose();
    if (other === kernel) other = undefined;
  }
}

const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
