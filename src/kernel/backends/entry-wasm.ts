import { registerBackend } from './backend.ts';
import { startWasm } from './wasm/start.ts';

registerBackend({ name: 'wasm', start: startWasm, onLost: () => undefined });
