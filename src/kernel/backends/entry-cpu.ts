import '@tensorflow/tfjs-backend-cpu';
import { registerBackend } from './backend.ts';
import { activate } from './activate.ts';

registerBackend({ name: 'cpu', start: () => activate('cpu'), onLost: () => undefined });
