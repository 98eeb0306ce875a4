import { gridMoves, preferred, schema, type GridData, type GridMove } from './grid-data.ts';
import {
  describeEnds,
  describeSquare,
  gridTable,
  rangeIn,
  summarise,
  tallest,
  widest,
} from './grid-summary.ts';
import { drawGround, roomy, shortNumber, strongestGround, type GridPlace } from './grid-ground.ts';
import { linePath } from './frame.ts';
import { make, makeSvg } from './make.ts';
import { dashOf } from './paths.ts';
import { createPicture } from './picture.ts';
import { createPlayer } from './player.ts';
import { createSquareReader } from './square-reader.ts';
import { createSquareScale } from './square-scale.ts';
import { sizeFor } from './squares.ts';
import './squares.css';
import './grid-world.css';

export { schema };

/** An agent in a world of squares: values, arrows, ways to play. */
export function create(first: GridData): {
  element: HTMLElement;
  update(data: GridData): void;
  dispose(): void;
} {
  let data = first;
  let ready = false;
  const key = make('ul', { class: 'figure-key' });
  const scale = createSquareScale();
  const last = () => Math.max(0, ...(data.paths ?? []).map(({ squares }) => squares.length - 1));
  const player = createPlayer(
    (step) => {
      if (!ready) return;
      picture.redraw();
      // Where they have come to is said once, at the end.
      reader.tell(step === last() ? describeEnds(data) : undefined);
    },
    { label: 'Way through the world' },
  );
  const reader = createSquareReader({
    label: 'World',
    hint: 'Point at a square, or use the arrow keys.',
    say: (row, column) => describeSquare(data, row * data.columns + column),
  });
  const draw = (svg: SVGSVGElement, width: number): number => {
    const { rows, columns } = data;
    const size = sizeFor(columns, rows, { width: width - 4, height: tallest, most: widest(data) });
    const place = { left: 2, top: 4, size };
    svg.replaceChildren(
      ...drawGround(data, place),
      ...data.cells.flatMap((_, square) => drawKnowledge(data, square, place)),
      ...drawWays(data, data.frame ?? player.step, place),
      ...drawLetters(data, place),
    );
    const range = rangeIn(data);
    scale.set(range && { label: data.valueLabel ?? 'value', range, strongest: strongestGround });
    reader.place({ ...place, rows, columns });
    return rows * size + 8;
  };
  const picture = createPicture({
    name: 'grid-world',
    controls: [player.element],
    over: reader.element,
    under: [key, scale.element, reader.reading],
    draw,
    words: () => ({ summary: summarise(data), table: gridTable(data) }),
  });
  const setUp = () => {
    const { paths = [] } = data;
    player.setLast(data.frame === undefined ? last() : 0);
    key.hidden = paths.length < 2;
    key.replaceChildren(...paths.map(keyEntry));
  };
  setUp();
  ready = true;
  return {
    element: picture.element,
    update: (next) => {
      data = next;
      // A new world says nothing by itself.
      ready = false;
      setUp();
      ready = true;
      picture.update();
    },
    dispose: () => {
      player.dispose();
      picture.dispose();
    },
  };
}

type Way = NonNullable<GridData['paths']>[number];

function keyEntry({ label, tone }: Way): HTMLElement {
  const line = makeSvg('path', { class: 'curve', d: 'M0 5H26', 'stroke-dasharray': dashOf[tone] });
  const svg = makeSvg('svg', { class: 'plane', width: 26, height: 10, 'aria-hidden': true }, line);
  return make('li', { 'data-tone': tone }, svg, label);
}

/** The preferred move as an arrow, or the value as a number. */
function drawKnowledge(data: GridData, square: number, { left, top, size }: GridPlace): SVGElement[] {
  if (data.cells[square] === 'wall') return [];
  const x = left + ((square % data.columns) + 0.5) * size;
  const y = top + (Math.floor(square / data.columns) + 0.5) * size;
  const move = preferred(data, square);
  if (move !== null) return [arrow(move, x, y, size * (data.q && size >= roomy ? 0.24 : 0.34))];
  const value = data.values?.[square] ?? NaN;
  if (data.paths?.length || !Number.isFinite(value) || size < 34) return [];
  const place = { class: 'square-number', x, y: y + 4, 'text-anchor': 'middle' };
  return [makeSvg('text', place, shortNumber(value))];
}

/** S and G in a corner of their squares, above the ways that begin and end there. */
function drawLetters({ cells, columns }: GridData, { left, top, size }: GridPlace): SVGElement[] {
  const font = Math.max(10, Math.min(14, size * 0.3));
  return cells.flatMap((cell, square) => {
    if (cell !== 'start' && cell !== 'goal') return [];
    const place = {
      class: 'square-letter',
      x: left + (square % columns) * size + 3,
      y: top + Math.floor(square / columns) * size + font,
      style: `font-size:${font.toFixed(0)}px`,
    };
    return [makeSvg('text', place, cell === 'start' ? 'S' : 'G')];
  });
}

function arrow(move: GridMove, x: number, y: number, length: number): SVGElement {
  const turn = 90 * gridMoves.indexOf(move);
  const [half, head] = [length / 2, Math.max(3, length * 0.32)];
  const transform = `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turn})`;
  return makeSvg(
    'g',
    { class: 'square-arrow', transform },
    makeSvg('path', {
      d: `M0 ${half}V${-half}M${-head} ${head - half}L0 ${-half}L${head} ${head - half}`,
    }),
  );
}

function drawWays(
  { paths = [], columns }: GridData,
  step: number,
  { left, top, size }: GridPlace,
): SVGElement[] {
  return paths.map(({ tone, squares }, i) => {
    // Ways lie beside each other where they share squares.
    const shift = (i - (paths.length - 1) / 2) * Math.min(8, size / 6);
    const line = squares
      .slice(0, step + 1)
      .map(
        (square) =>
          [
            left + ((square % columns) + 0.5) * size + shift,
            top + (Math.floor(square / columns) + 0.5) * size + shift,
          ] as const,
      );
    const end = line.at(-1);
    return makeSvg(
      'g',
      { 'data-tone': tone },
      makeSvg('path', { class: 'curve way', d: linePath(line), 'stroke-dasharray': dashOf[tone] }),
      ...(end
        ? [makeSvg('circle', { class: 'walker', cx: end[0], cy: end[1], r: Math.max(5, size * 0.16) })]
        : []),
    );
  });
}
