/** Runs cells in a real kernel: frame, worker, back end. For tests of the kernel and of lessons. */
import { createKernel } from '../../src/kernel/client.ts';
import type { Collaborators } from '../../src/kernel/kernel-collaborators.ts';
import type { Kernel, KernelEvent } from '../../src/kernel/kernel.ts';
import type { BackendName, CellError, CompiledCell, Output, Points } from '../../src/kernel/protocol.ts';
import { compile } from '../../src/language/compile.ts';

export interface Ran {
  state: 'done' | 'failed' | 'stopped';
  error: CellError | undefined;
  outputs: Output[];
}

export interface TestLesson {
  kernel: Kernel;
  events: KernelEvent[];
  /** Runs a cell and gathers what became of it. */
  run(cell: string): Promise<Ran>;
  outputs(cell: string): Output[];
  points(cell: string): Points[];
  /** Text of a cell's printed lines. */
  lines(cell: string): string[];
  /** Waits for an event. */
  until<T extends KernelEvent>(is: (event: KernelEvent) => event is T): Promise<T>;
  until(is: (event: KernelEvent) => boolean): Promise<KernelEvent>;
}

const living = new Set<Kernel>();

export function disposeAll(): void {
  for (const kernel of living) kernel.dispose();
  living.clear();
}

/** A lesson of these cells, in order. */
export function openLesson(
  sources: Record<string, string>,
  {
    backend = 'cpu',
    seed = 1,
    ...given
  }: Partial<Collaborators> & { backend?: BackendName | null; seed?: number } = {},
): TestLesson {
  const cells = Object.entries(sources).map(([id, source]) => ({
    id,
    title: id,
    source,
    compiled: compiled(source),
  }));
  const kernel = createKernel({ lesson: 'test', seed, cells, backend, probes: {} }, given);
  living.add(kernel);
  const events: KernelEvent[] = [];
  const waiting = new Set<(event: KernelEvent) => void>();
  const shown = new Map<string, { outputs: Output[]; points: Points[] }>();
  const shownBy = (cell: string) => {
    const found = shown.get(cell) ?? { outputs: [], points: [] };
    shown.set(cell, found);
    return found;
  };
  kernel.subscribe((event) => {
    events.push(event);
    if (event.type === 'clear') shown.set(event.cell, { outputs: [], points: [] });
    if (event.type === 'output') shownBy(event.cell).outputs[event.slot] = event.output;
    if (event.type === 'append') shownBy(event.cell).points.push(event.points);
    for (const waiter of [...waiting]) waiter(event);
  });
  const outputs = (cell: string) => shownBy(cell).outputs;
  return {
    kernel,
    events,
    outputs,
    points: (cell) => shownBy(cell).points,
    async run(cell) {
      const state = await kernel.run(cell);
      const failure = events.findLast((event) => event.type === 'cell' && event.error !== undefined);
      const error = state === 'failed' && failure?.type === 'cell' ? failure.error : undefined;
      return { state, error, outputs: outputs(cell) };
    },
    lines: (cell) =>
      outputs(cell).flatMap((output) =>
        output.kind === 'text' ? [output.values.map(({ text }) => text).join(' ')] : [],
      ),
    until: (is: (event: KernelEvent) => boolean) =>
      new Promise<never>((resolve) => {
        const waiter = (event: KernelEvent) => {
          if (!is(event)) return;
          waiting.delete(waiter);
          resolve(event as never);
        };
        waiting.add(waiter);
      }),
  };
}

function compiled(source: string): CompiledCell {
  const result = compile(source);
  if (!result.ok) throw new Error(`${result.fault.line}:${result.fault.column} ${result.fault.message}`);
  return result.cell;
}
