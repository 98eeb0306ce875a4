/** Waits for the back end's script, which is bundled behind this file. */
import { receiveBackends, type Backend } from '../../../src/kernel/backends/backend.ts';

let accept: (backend: Backend) => void;
export const backend = new Promise<Backend>((resolve) => (accept = resolve));
receiveBackends((arrived) => accept(arrived));
