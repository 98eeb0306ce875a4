import { make, makeSvg, setAttributes } from './make.ts';
import { drawToWidth } from './sized.ts';
import { createTableToggle, type TableData } from './table-toggle.ts';
import './figures.css';
import './controls.css';

/**
 * What all figures have: controls above, the drawing, a remark, a sentence, a table.
 *
 * A figure is made of three files: `x-data.ts` (the schema of its data), `x-summary.ts` (the sentence, the table and
 * the room it takes: pure, for the build uses them too) and `x.ts` (`create`, which draws with this file). It is listed
 * twice: in `registry.ts` for the page and in `described.ts` for the build.
 */
export interface Picture {
  readonly element: HTMLElement;
  /** Draws again and says again what is seen. */
  update(): void;
  /** Draws again; the words stay. */
  redraw(): void;
  dispose(): void;
}

export interface Words {
  /** What stands still. */
  summary: string;
  /** What changes as the reader handles the figure; stands below the drawing. */
  reading?: string;
  /** What the picture cannot show. */
  remark?: string;
  table: TableData;
}

export interface PictureSpec {
  /** The figure's name: its class is `<name>-figure`. */
  name: string;
  controls?: readonly HTMLElement[];
  /** Lies over the drawing: handles, things that take the focus. */
  over?: HTMLElement;
  /** Below the drawing: keys, readings. */
  under?: readonly HTMLElement[];
  /** Fills `svg` for a width in pixels; returns the height in pixels. */
  draw(svg: SVGSVGElement, width: number): number;
  /** What is seen, in words. */
  words(): Words;
}

export function createPicture({ name, controls = [], over, under = [], draw, words }: PictureSpec): Picture {
  const svg = makeSvg('svg', { class: 'plane', 'aria-hidden': true });
  const image = make('div', { class: 'figure-image', role: 'img' }, svg);
  const stage = make('div', { class: 'figure-canvas' }, image, ...(over === undefined ? [] : [over]));
  const reading = make('p', { class: 'figure-reading' });
  const remark = make('p', { class: 'figure-remark' });
  const summary = make('span', { class: 'figure-summary' });
  const table = createTableToggle(() => words().table);
  const bar = make('div', { class: 'figure-controls' }, ...controls);
  const element = make(
    'figure',
    { class: `figure ${name}-figure` },
    ...(controls.length > 0 ? [bar] : []),
    stage,
    ...under,
    reading,
    remark,
    make('figcaption', {}, summary, ' ', table.button),
    table.region,
  );
  const layOut = (width: number) => {
    const height = draw(svg, width);
    setAttributes(svg, { width, height, viewBox: `0 0 ${width} ${height}` });
  };
  const sized = drawToWidth(stage, layOut);
  const tell = () => {
    const said = words();
    image.setAttribute('aria-label', [said.summary, said.reading ?? ''].join(' ').trim());
    reading.textContent = said.reading ?? '';
    reading.hidden = said.reading === undefined || said.reading === '';
    summary.textContent = said.summary;
    remark.textContent = said.remark ?? '';
    table.update();
  };
  const redraw = () => {
    const width = Math.floor(stage.clientWidth);
    if (width > 0) layOut(width);
  };
  tell();
  return {
    element,
    redraw,
    update: () => {
      tell();
      redraw();
    },
    dispose: sized.dispose,
  };
}
