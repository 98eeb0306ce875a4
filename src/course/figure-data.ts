/** Runs a figure's code while the site is built, without TensorFlow.js, and says what it shows. */
import { createContext, Script } from 'node:vm';
import { compile } from '../language/compile.ts';
import { libraryModules, type LibraryModule } from '../language/module-names.ts';
import * as data from '../library/data.ts';
import * as env from '../library/env.ts';
import { createFigures } from '../library/display-figure.ts';
import type { DisplayHost } from '../library/display-host.ts';
import { createRandom } from '../library/random.ts';
import { describeFigure, toEmbedded, type Description } from '../figures/described.ts';
import { seedOf } from './seed.ts';

/** A figure that was computed: what it is called, its data as text, and itself in words. */
export interface ComputedFigure extends Description {
  name: string;
  /** JSON, see `figures/embedded.ts`. */
  embedded: string;
}

export type FigureRun = { ok: true; figure: ComputedFigure } | { ok: false; message: string; remedy: string };

/** What the code may import here. */
const modules: Partial<Record<LibraryModule, object>> = { 'descent/data': data, 'descent/env': env };

/** Milliseconds that the code may take, on a machine that does other things as well. A cell may take longer. */
const longest = 10_000;

/** Characters of the data in the page. */
const largest = 60_000;

const known = new Map<string, FigureRun>();

/**
 * @param source the code: it imports what it needs and calls `show.figure` once
 * @param lesson the lesson's id; with the cell's it seeds `Math.random`, as in the kernel
 * @param cell the id of the cell that opens the code
 */
export function runFigure(source: string, lesson: string, cell: string): FigureRun {
  const key = [lesson, cell, source].join('\n');
  const found = known.get(key) ?? describe(source, seedOf(`${seedOf(lesson)}/${cell}`));
  known.set(key, found);
  return found;
}

const toCell = 'Compute less, import what it needs, or make it a cell: cells run in the page.';

function describe(source: string, seed: number): FigureRun {
  try {
    const { name, shown } = evaluate(source, seed);
    const told = describeFigure(name, shown);
    if (!told.ok)
      return {
        ok: false,
        message: `The data of the figure "${name}" do not fit: ${told.problem}.`,
        remedy: 'Correct what the code hands to show.figure; the page "What a cell can show" lists the data.',
      };
    const embedded = toEmbedded(shown);
    if (embedded.length > largest)
      return {
        ok: false,
        message: `The data of this figure take ${embedded.length} characters in the page; ${largest} are allowed.`,
        remedy: 'Show fewer points or a coarser grid, or make it a cell: its data are computed in the page.',
      };
    return { ok: true, figure: { name, embedded, ...told.description } };
  } catch (error) {
    return fault(error);
  }
}

function fault(error: unknown): FigureRun {
  const { message = String(error), stack = '' } = error as { message?: string; stack?: string };
  const line = /figure\.js:(\d+)/.exec(stack)?.[1];
  const where = line === undefined ? '' : ` in line ${line} of it`;
  return { ok: false, message: `The code of this figure failed${where}: ${message}.`, remedy: toCell };
}

interface Outcome {
  done?: true;
  error?: unknown;
}

/**
 * Everything happens before this returns: the realm has no timers, and what it awaits is settled when the script
 * ends.
 */
function evaluate(source: string, seed: number): { name: string; shown: Record<string, unknown> } {
  const compiled = compile(source);
  if (!compiled.ok) throw new Error(compiled.fault.message);
  const figures: { name: string; shown: Record<string, unknown> }[] = [];
  const outcome: Outcome = {};
  const realm = createRealm(seed, figures, outcome);
  const body = compiled.cell.code.replace(/^export default /, '');
  const text = `(${body})({}, async (name, wanted) => $load(name, wanted)).then(() => $ended(), (error) => $ended(error));`;
  new Script(text, { filename: 'figure.js' }).runInContext(realm, { timeout: longest });
  if ('error' in outcome) throw outcome.error;
  if (!outcome.done) throw new Error('it waits for something that never comes');
  const [figure, second] = figures;
  if (figure === undefined) throw new Error('it ends without show.figure');
  if (second !== undefined) throw new Error('it calls show.figure twice; a figure shows one picture');
  return figure;
}

/** What cells have and the build has not. */
const absent = ['tf', 'input', 'training', 'pause'];

/** Made inside the realm: there a getter of ours would not be asked. */
const refuse = (name: string) =>
  `Object.defineProperty(globalThis, '${name}', { get() { throw new Error('${name} is not there while the site is built'); } });`;

function createRealm(
  seed: number,
  figures: { name: string; shown: Record<string, unknown> }[],
  outcome: Outcome,
): ReturnType<typeof createContext> {
  const host = {
    put: (output: { kind: string; name?: string; data?: Record<string, unknown> }) =>
      figures.push({ name: output.name ?? '', shown: output.data ?? {} }),
  } as unknown as DisplayHost;
  const show = Object.assign(
    () => {
      throw new Error('a figure in the text shows one picture, by show.figure');
    },
    { figure: createFigures(host) },
  );
  const globals = {
    show,
    console: { log() {}, info() {}, warn() {}, error() {}, debug() {} },
    $load: load,
    $ended: (...failed: unknown[]) =>
      Object.assign(outcome, failed.length > 0 ? { error: failed[0] } : { done: true }),
    $random: createRandom(seed).uniform,
  };
  const realm = createContext(globals, { microtaskMode: 'afterEvaluate' });
  new Script(`Math.random = $random;${absent.map(refuse).join('')}`).runInContext(realm);
  return realm;
}

function load(name: string, wanted: readonly string[] = []): object {
  const found = modules[name as LibraryModule];
  if (found === undefined)
    throw new Error(
      name in libraryModules
        ? `the module ${name} is not there while the site is built`
        : `there is no module ${name}`,
    );
  const missing = wanted.find((each) => !Object.hasOwn(found, each));
  if (missing !== undefined) throw new Error(`${name} has no ${missing}`);
  return found;
}
