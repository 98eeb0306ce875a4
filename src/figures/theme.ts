import type { Rgb } from './palette.ts';

export type Token =
  'paper' | 'raised' | 'sunk' | 'ink' | 'soft' | 'line' | 'blue' | 'orange' | 'green' | 'gold';

let painter: CanvasRenderingContext2D | null = null;

/** A design token as it is now, for canvases, which cannot follow `var()` by themselves. */
export function readToken(element: Element, token: Token): Rgb {
  painter ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (painter === null) return [128, 128, 128];
  painter.fillStyle = '#808080';
  painter.fillStyle = getComputedStyle(element.isConnected ? element : document.documentElement)
    .getPropertyValue(`--${token}`)
    .trim();
  painter.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = painter.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** Calls back whenever light turns dark or the other way round. Returns what ends it. */
export function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] });
  return () => {
    observer.disconnect();
  };
}

export function reducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
