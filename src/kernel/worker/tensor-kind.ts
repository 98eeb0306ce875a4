/** What tells a tensor from other objects, where TensorFlow.js is loaded; workers without it know none. */
type TensorText = (value: object) => string | undefined;

let known: TensorText = () => undefined;

/** Called by what brings TensorFlow.js. */
export function knowTensors(text: TensorText): void {
  known = text;
}

/** One line for a tensor, `undefined` for anything else. */
export const tensorText: TensorText = (value) => known(value);
