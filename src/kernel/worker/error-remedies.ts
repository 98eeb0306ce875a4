/** What to do about errors that learners meet often. The first pattern that fits a message wins. */
const remedies: [RegExp, string | ((match: RegExpMatchArray) => string)][] = [
  [
    /inner shapes \((\d+)\) and \((\d+)\) of Tensors with shapes ([\d,]*) and ([\d,]*)/,
    ([, inner1 = '', inner2 = '', first = '', second = '']) =>
      `A matrix product needs as many columns on the left as rows on the right: [${first}] has ${inner1}, [${second}] has ${inner2}. Transpose one of them, or check the order of the factors.`,
  ],
  [
    /Operands could not be broadcast together with shapes ([\d,]*) and ([\d,]*)/,
    ([, first = '', second = '']) =>
      `The shapes [${first}] and [${second}] do not fit together: from the last axis on, lengths must be equal or 1. Print both shapes, or use reshape.`,
  ],
  [
    /Tensor is disposed|tensor has been disposed|is already disposed|Container .* is already disposed/i,
    'A tensor is gone after dispose() or at the end of the tf.tidy() that made it. Return it from tidy, keep it with tf.keep(), or run the cell that made it again.',
  ],
  [/cannot be read without waiting/, 'Write `await tensor.data()` or `await tensor.array()`.'],
  [
    /Size\((\d+)\) must match the product of shape ([\d,]*)/,
    ([, size = '', shape = '']) =>
      `There are ${size} numbers, but the shape [${shape}] has room for ${product(shape)}. The lengths of the axes must multiply to the count of numbers.`,
  ],
  [
    /expected .*to have (\d+) dimension\(s\),? but got array with shape ([\d,]*)/i,
    ([, rank = '', shape = '']) =>
      `The model wants ${rank} axes (the first is the batch), the data has shape [${shape}]. Reshape it, or check inputShape.`,
  ],
  [
    /expected .*to have shape \[?([^\]]*?)\]?,? but got array with shape \[?([\d,]*)/i,
    ([, wanted = '', shape = '']) =>
      `The model wants shape [${wanted}] (null is the batch), the data has shape [${shape}]. Check inputShape and units, or reshape the data.`,
  ],
  [
    /model needs to be compiled before|must compile/i,
    'Call model.compile({ optimizer, loss }) before fit or evaluate.',
  ],
  [
    /Cannot find a connection between any variable and the result of the loss/,
    'The loss must be computed from the variables inside the function given to the optimizer, with tensor operations all the way.',
  ],
  [
    /gradient.* y passed in .* scalar|The f passed in .* must return a scalar/i,
    'A gradient is of one number: end with .mean() or .sum().',
  ],
  [
    /Kernel '(.+?)' not registered for backend '(.+?)'/,
    ([, kernel = '', name = '']) =>
      `The back end ${name} cannot do ${kernel}. Choose another back end at the top of the page.`,
  ],
  [
    /^(\S+) is not defined$/,
    ([, name = '']) =>
      `No cell of this lesson defines ${name}. Check the spelling, or define it with const or let.`,
  ],
  [
    /^Cannot access '(.+?)' before initialization$/,
    ([, name = '']) => `${name} is used above the line that gives it its value.`,
  ],
  [
    /out of memory|allocation failed|Array buffer allocation/i,
    'Use smaller tensors or batches, and dispose what is no longer needed (tf.tidy).',
  ],
];

/** A remedy in one or two sentences, where one is known. */
export function remedyFor(message: string): string | undefined {
  for (const [pattern, remedy] of remedies) {
    const match = message.slice(0, 5_000).match(pattern);
    if (match) return typeof remedy === 'string' ? remedy : remedy(match);
  }
  return undefined;
}

function product(shape: string): number {
  return shape.split(',').reduce((all, length) => all * Number(length), 1);
}
