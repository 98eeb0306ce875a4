/** What the wasm back end cannot do says so in plain words. */
import { kernels } from './heap.ts';

/** Kernel → what a cell calls it. */
const names: Record<string, string> = {
  Complex: 'tf.complex',
  ComplexAbs: 'The absolute value of complex numbers',
  Draw: 'tf.browser.draw',
  FFT: 'tf.fft',
  IFFT: 'tf.ifft',
  Imag: 'tf.imag',
  RaggedGather: 'Ragged gather',
  RaggedRange: 'Ragged range',
  RaggedTensorToTensor: 'Ragged tensors',
  Real: 'tf.real',
  StaticRegexReplace: 'tf.string.staticRegexReplace',
};

export function refuseMissing(): void {
  for (const [kernel, name] of Object.entries(names)) {
    kernels.add(kernel, () => {
      throw new Error(`${name} is not available on wasm; choose cpu or webgl.`);
    });
  }
}
