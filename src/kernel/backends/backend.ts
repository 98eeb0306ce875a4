/**
 * What the kernel knows of a back end. Each is a script of its own (`entry-*.ts`): loading one hands a `Backend` to
 * whoever listens through `receiveBackends`, and nothing starts before `start` is called.
 */
import type { AssetName, BackendName } from '../protocol.ts';

/** Bytes the worker cannot fetch for itself; rejects when the page has none. */
export type ReadAsset = (name: AssetName) => Promise<ArrayBuffer>;

export interface Backend {
  readonly name: BackendName;
  /**
   * Installs kernels, completions and corrections, makes this tfjs's back end and waits until it is ready.
   * Rejects with a reason in plain words; then nothing of it is left behind and another may be started.
   */
  start(read: ReadAsset): Promise<void>;
  /** The listener is called at most once, when the device goes away and with it every tensor. Call before `start`. */
  onLost(listener: (reason: string) => void): void;
}

type Accept = (backend: Backend) => void;

/** The key under which kernel and back-end scripts, which are bundled apart, find each other while they load. */
const hook = Symbol.for('descent.backends');
type Hooked = typeof globalThis & { [hook]?: Accept };

/** Called by each entry as it loads. */
export function registerBackend(backend: Backend): void {
  const accept = (globalThis as Hooked)[hook];
  if (accept === undefined) throw new Error(`Nobody is waiting for the back end ${backend.name}.`);
  accept(backend);
}

/** Listens for back ends that load from now on. Returns the function that stops listening and leaves no trace. */
export function receiveBackends(accept: Accept): () => void {
  (globalThis as Hooked)[hook] = accept;
  return () => {
    Reflect.deleteProperty(globalThis, hook);
  };
}
