import '@tensorflow/tfjs-backend-cpu';
import { registerBackend } from './backend.ts';
import { activate } from './activate.ts';
import { correctCpu } from './cpu/correct.ts';

registerBackend({
  name: 'cpu',
  start() {
    correctCpu();
    return activate('cpu');
  },
  onLost: () => undefined,
});
