const names = ['raised', 'sunk', 'ink', 'line', 'blue', 'orange', 'gold'] as const;

/** Colours of the page as `#rrggbb`; '' for one that is not set. */
export type Palette = Record<(typeof names)[number], string>;

/** Reads the page's palette. Styles should be at rest: reading makes the browser compute those that are not. */
export function readPalette(root: HTMLElement = document.documentElement): Palette {
  const style = getComputedStyle(root);
  const read = (name: string) => toHex(style.getPropertyValue(`--${name}`).trim());
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Palette;
}

/** `#rgb`, `#rrggbb` or `rgb(r, g, b)` as `#rrggbb`, the only notation that Monaco reads; '' for anything else. */
function toHex(colour: string): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour);
  if (short)
    return `#${short
      .slice(1)
      .flatMap((digit) => [digit, digit])
      .join('')}`;
  const rgb = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour);
  if (rgb)
    return `#${rgb
      .slice(1)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')}`;
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour : '';
}
