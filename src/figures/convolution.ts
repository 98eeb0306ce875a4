import { convolve, outputSide, padded } from './convolution-model.ts';
import { schema, strideOf, type ConvolutionData } from './convolution-data.ts';
import { convolutionTable, describePlace, lettersIn, sizeOf, summarise } from './convolution-summary.ts';
import { layOut, type Places } from './convolution-layout.ts';
import { createChooser } from './chooser.ts';
import { createKernelEditor } from './kernel-editor.ts';
import { make, makeSvg } from './make.ts';
import { createPicture } from './picture.ts';
import { createPlayer } from './player.ts';
import { createSquareReader } from './square-reader.ts';
import { drawSheet, rangeOf, type Matrix } from './squares.ts';
import './squares.css';
import './convolution.css';

export { schema };

/** A kernel over a picture, place by place: window, kernel, and the result as far as it has come. */
export function create(first: ConvolutionData): {
  element: HTMLElement;
  update(data: ConvolutionData): void;
  dispose(): void;
} {
  let data = first;
  let chosen = 0;
  /** What the reader typed: a kernel of its own behind those that there are. */
  let yours: number[][] | null = null;
  /** Where the place is fixed, one that the reader points at. */
  let pointed: number | null = null;
  let ready = false;
  const kernel = () =>
    data.kernels[chosen] ?? { label: 'yours', values: yours ?? data.kernels[0]?.values ?? [[0]] };
  const columns = () =>
    Math.max(1, outputSide(data.image[0]?.length ?? 0, kernel().values[0]?.length ?? 0, strideOf(data)));
  // Spoken only while its reader goes from square to square: played, it would never be silent.
  const sum = make('p', { class: 'convolution-sum', 'aria-live': 'off' });
  const redraw = () => {
    if (ready) picture.redraw();
  };
  const player = createPlayer(redraw, { label: 'Sliding kernel', noun: 'place' });
  const place = () => pointed ?? data.frame ?? player.step;
  const chooser = createChooser('Kernel', (index) => {
    chosen = index;
    setUp();
    picture.update();
  });
  const editor = createKernelEditor((values) => {
    yours = values;
    chosen = data.kernels.length;
    showNames();
    picture.update();
  });
  const reader = createSquareReader({
    label: 'Result',
    pressOnly: true,
    say: () => '',
    onGo: (row, column) => {
      const to = row * columns() + column;
      if (data.frame === undefined) player.go(to);
      else pointed = to;
      redraw();
    },
  });
  reader.element.addEventListener('focus', () => (sum.ariaLive = 'polite'));
  reader.element.addEventListener('blur', () => (sum.ariaLive = 'off'));

  const draw = (svg: SVGSVGElement, width: number): number => {
    const { values } = kernel();
    const { stride, padding } = strideOf(data);
    const output = convolve(data.image, values, { stride, padding });
    const input = padded(data.image, padding);
    const places = layOut(width, { input, kernel: values, output });
    const at = { row: Math.floor(place() / columns()), column: place() % columns() };
    const done = output.map((row, j) => row.map((value, i) => (j * columns() + i <= place() ? value : 0)));
    svg.replaceChildren(
      sheet(input, places.input, rangeOf(data.image)),
      sheet(values, places.kernel, rangeOf(values), true),
      sheet(done, places.output, rangeOf(output)),
      ...titles(places, { input, values, output }),
      frame(places.input, at.row * stride, at.column * stride, values),
      frame(places.output, at.row, at.column, [[0]]),
    );
    reader.place({ ...places.output, rows: output.length, columns: columns() });
    sum.textContent = describePlace(data, values, at.row, at.column, lettersIn(width));
    return places.height;
  };
  const picture = createPicture({
    name: 'convolution',
    controls: [chooser.element, player.element],
    over: reader.element,
    under: [sum, editor.element],
    draw,
    words: () => ({ summary: summarise(data, kernel()), table: convolutionTable(data, kernel()) }),
  });
  const showNames = () => {
    const names = data.kernels.map(({ label }) => label);
    chooser.set(data.editable ? [...names, 'yours'] : names, chosen);
  };
  const setUp = () => {
    const { values } = kernel();
    showNames();
    editor.element.hidden = data.editable !== true;
    editor.set(values);
    const rows = outputSide(data.image.length, values.length, strideOf(data));
    player.setLast(data.frame === undefined ? rows * columns() - 1 : 0);
  };
  setUp();
  ready = true;
  return {
    element: picture.element,
    update: (next) => {
      data = next;
      chosen = Math.min(chosen, data.kernels.length - 1);
      yours = null;
      pointed = null;
      setUp();
      picture.update();
    },
    dispose: () => {
      player.dispose();
      picture.dispose();
    },
  };
}

type Place = Places['input'];

const sheet = (values: Matrix, place: Place, range: readonly [number, number], numbers = false) =>
  drawSheet({ values, ...place, range, numbers });

/** Rings the squares that a matrix covers when its left upper corner lies here. */
const frame = ({ left, top, size }: Place, row: number, column: number, covered: Matrix): SVGElement =>
  makeSvg('rect', {
    class: 'square-frame',
    x: left + column * size,
    y: top + row * size,
    width: (covered[0]?.length ?? 1) * size,
    height: covered.length * size,
  });

function titles(
  places: Places,
  { input, values, output }: { input: Matrix; values: Matrix; output: Matrix },
): SVGElement[] {
  const title = ({ left, top }: Place, text: string) =>
    makeSvg('text', { class: 'sheet-name', x: left, y: top - 9 }, text);
  return [
    title(places.input, `picture ${sizeOf(input)}`),
    title(places.kernel, `kernel ${sizeOf(values)}`),
    title(places.output, `result ${sizeOf(output)}`),
  ];
}
