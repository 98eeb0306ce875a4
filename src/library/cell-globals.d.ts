/** What every cell has without import. Build and editor type-check cells against this file. */
// The methods of tensors: `w.mul(2)`.
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import type { Show, Input, Training, Pause } from './vocabulary.ts';

declare global {
  /** TensorFlow.js: core operations, gradients and layers. */
  const tf: typeof import('@tensorflow/tfjs-core') & typeof import('@tensorflow/tfjs-layers');
  /** Its types, for the code of cells: `(x: tf.Tensor2D) => tf.Scalar`. */
  namespace tf {
    type Rank = import('@tensorflow/tfjs-core').Rank;
    type Tensor<R extends Rank = Rank> = import('@tensorflow/tfjs-core').Tensor<R>;
    type Scalar = import('@tensorflow/tfjs-core').Scalar;
    type Tensor1D = import('@tensorflow/tfjs-core').Tensor1D;
    type Tensor2D = import('@tensorflow/tfjs-core').Tensor2D;
    type Tensor3D = import('@tensorflow/tfjs-core').Tensor3D;
    type Tensor4D = import('@tensorflow/tfjs-core').Tensor4D;
    type Variable = import('@tensorflow/tfjs-core').Variable;
    type Optimizer = import('@tensorflow/tfjs-core').Optimizer;
    type Sequential = import('@tensorflow/tfjs-layers').Sequential;
    type LayersModel = import('@tensorflow/tfjs-layers').LayersModel;
  }
  /** Shows values, tables, tensors, pictures, charts, curves, progress, models and figures below the cell. */
  const show: Show;
  /** Asks the reader for a value; the control stands with the cell's output. */
  const input: Input;
  /** A training loop that shows progress and can be stopped. */
  const training: Training;
  /** Waits for so many milliseconds; Stop ends the wait. */
  const pause: Pause;
}
