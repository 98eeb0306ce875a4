/**
 * Loads before everything else in the worker: keeps the natives that the kernel needs where learners' code cannot
 * change them, and puts a timer that browsers do not throttle in the place of `requestAnimationFrame`, which
 * TensorFlow.js picks up when it loads. So training goes on in background tabs and a Stop message gets in between batches.
 */
const { MessageChannel, Blob, URL, performance } = globalThis;

const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();
const ring = port2.postMessage.bind(port2);

/** Calls back as soon as waiting messages have been handled; microseconds, in background tabs too. */
function soon(callback: () => void): void {
  waiting.push(callback);
  ring(null);
}

let frames = 0;
globalThis.requestAnimationFrame = (callback) => {
  soon(() => callback(performance.now()));
  return ++frames;
};

export const natives = {
  soon,
  now: performance.now.bind(performance),
  setTimeout: globalThis.setTimeout.bind(globalThis),
  clearTimeout: globalThis.clearTimeout.bind(globalThis),
  setInterval: globalThis.setInterval.bind(globalThis),
  clearInterval: globalThis.clearInterval.bind(globalThis),
  importScripts: (globalThis as unknown as WorkerGlobalScope).importScripts.bind(globalThis),
  addEventListener: globalThis.addEventListener.bind(globalThis),
  Blob,
  createObjectURL: URL.createObjectURL.bind(URL),
  Error,
  Promise,
};

/** Enough of the stack to reach the reader's line through TensorFlow.js. */
(Error as { stackTraceLimit?: number }).stackTraceLimit = 100;
