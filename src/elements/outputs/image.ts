import { make } from '../../figures/make.ts';
import type { OutputOf } from '../../kernel/protocol.ts';
import { drawNotice } from './notice.ts';
import { redrawn, type Drawn } from './drawn.ts';

type Image = OutputOf<'image'>;

/** A picture, its pixels as sharp squares. */
export function drawImage(output: Image): Drawn<'image'> {
  return redrawn<'image'>(output, (image) => {
    if (image.width === 0 || image.height === 0 || image.pixels.length !== image.width * image.height * 4)
      return [drawNotice(`This picture of ${image.width} by ${image.height} pixels is empty.`)];
    const caption = image.caption === undefined ? [] : [make('figcaption', {}, image.caption)];
    return [make('figure', { class: 'output-figure' }, canvas(image), ...caption)];
  });
}

function canvas(image: Image): HTMLElement {
  const { width, height } = image;
  const element = make('canvas', { class: 'output-image', role: 'img', width, height });
  element.setAttribute('aria-label', image.caption ?? `Picture, ${width} by ${height} pixels`);
  element.style.width = `${width * (image.scale ?? comfortable(width, height))}px`;
  element
    .getContext('2d')
    ?.putImageData(new ImageData(new Uint8ClampedArray(image.pixels), width, height), 0, 0);
  return element;
}

/** A picture of 28 by 28 would be a stamp: whole multiples up to about 220 pixels. */
function comfortable(width: number, height: number): number {
  return Math.max(1, Math.floor(224 / Math.max(width, height)));
}
