import { heights, kernelRoom, kernelSize, narrowest } from './convolution-summary.ts';
import { sizeFor, type Matrix } from './squares.ts';

interface Place {
  left: number;
  top: number;
  size: number;
}

export interface Places {
  input: Place;
  kernel: Place;
  output: Place;
  /** Of the whole drawing, in pixels. */
  height: number;
}

/** Where picture, kernel and result lie: in one row, or on a phone in two. */
export function layOut(
  width: number,
  { input, kernel, output }: { input: Matrix; kernel: Matrix; output: Matrix },
): Places {
  const { sheet, name, gap } = heights;
  const across = (matrix: Matrix) => matrix[0]?.length ?? 1;
  const small = kernelSize(kernel);
  const kernelWidth = kernelRoom(kernel);
  const beside = width >= narrowest;
  const free = beside ? (width - kernelWidth - 2 * gap - 2) / 2 : width - 2;
  const size = sizeFor(across(input), input.length, { width: free, height: sheet, most: 30 });
  const first = { left: 1, top: name, size };
  if (beside) {
    const left = 1 + Math.max(100, size * across(input)) + gap;
    return {
      input: first,
      kernel: { left, top: name, size: small },
      output: { left: left + kernelWidth + gap, top: name, size },
      height: name + Math.max(small * kernel.length, size * input.length) + 4,
    };
  }
  const top = name + size * input.length + gap + name;
  const room = width - kernelWidth - gap - 2;
  const less = sizeFor(across(output), output.length, { width: room, height: sheet, most: size });
  return {
    input: first,
    kernel: { left: 1, top, size: small },
    output: { left: 1 + kernelWidth + gap, top, size: less },
    height: top + Math.max(small * kernel.length, less * output.length) + 4,
  };
}
