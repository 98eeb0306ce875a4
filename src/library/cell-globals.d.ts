/** What every cell has without import. Build and editor type-check cells against this file. */
// The methods of tensors: `w.mul(2)`.
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import type { Show, Input, Training, Pause } from './vocabulary.ts';

declare global {
  /** TensorFlow.js: core operations, gradients and layers. */
  const tf: typeof import('@tensorflow/tfjs-core') & typeof import('@tensorflow/tfjs-layers');
  /** Shows values, tables, tensors, pictures, charts, curves, progress, models and figures below the cell. */
  const show: Show;
  /** Asks the reader for a value; the control stands with the cell's output. */
  const input: Input;
  /** A training loop that shows progress and can be stopped. */
  const training: Training;
  /** Waits for so many milliseconds; Stop ends the wait. */
  const pause: Pause;
}
