import type { Backend } from '../backends/backend.ts';
import { receiveBackends } from '../backends/backend.ts';
import type { BackendName } from '../protocol.ts';
import { natives } from './realm.ts';
import { receiveLanguage, type Compile } from './language.ts';

/**
 * Scripts bundled apart hand over what they bring while they load. The doors are open while the worker's own joined
 * script runs, and later only for the moment of an `importScripts`, which is synchronous: a cell never sees them.
 */
export interface Arrivals {
  backends: Map<BackendName, Backend>;
  compile: Compile | undefined;
}

export const arrivals: Arrivals = { backends: new Map(), compile: undefined };

/** Opens one more door, each time the others open; returns what closes it. */
type Door = () => () => void;

const further: Door[] = [];

/** For what a script may find beside: the kernel's TensorFlow.js, where it has one. */
export function addDoor(open: Door): void {
  further.push(open);
}

/** Opens the doors; returns the function that closes them. */
export function openDoors(): () => void {
  const closings = [
    ...further.map((open) => open()),
    receiveBackends((backend) => arrivals.backends.set(backend.name, backend)),
    receiveLanguage((compile) => {
      arrivals.compile = compile;
    }),
  ];
  return () => {
    for (const close of closings) close();
  };
}

/** Runs one more script of the kernel in this realm. Throws what the script throws. */
export function loadScript(bytes: ArrayBuffer): void {
  const close = openDoors();
  try {
    natives.importScripts(natives.createObjectURL(new natives.Blob([bytes], { type: 'text/javascript' })));
  } finally {
    close();
  }
}
