import { beforeEach, describe, expect, test, vi } from 'vitest';
import { figureList, isFigureName } from '../../src/figures/registry.ts';
import { faults, frames, openStage } from './outputs-stage.ts';

let stage = openStage();
beforeEach(() => {
  stage = openStage();
});
function find(selector: string): HTMLElement;
function find<T extends Element>(selector: string, kind: new () => T): T;
function find(selector: string, kind: new () => Element = Element): Element {
  const element = stage.container.querySelector(selector);
  if (!(element instanceof kind)) throw new TypeError(`There is no ${selector}.`);
  return element;
}
const all = (selector: string) => [...stage.container.querySelectorAll<HTMLElement>(selector)];
const put = (name: string, data: Record<string, unknown>, caption?: string) => {
  stage.view.put(0, { kind: 'figure', name, data, ...(caption === undefined ? {} : { caption }) });
};
const drawn = async (selector: string) => {
  await vi.waitFor(() => {
    expect(find(selector).isConnected).toBe(true);
  }, 10_000);
};

const walk = (steps: number) => Array.from({ length: steps + 1 }, (_, i) => [-2 + i / 10, 1 - i / 20]);
const valley = (steps: number, more: object = {}) => ({
  x: [-3, 3],
  y: [-2, 2],
  values: Array.from({ length: 31 }, (_, j) =>
    Array.from({ length: 31 }, (_, i) => (i / 5 - 3) ** 2 + 3 * (j / 7.5 - 2) ** 2),
  ),
  paths: [
    { label: 'first', tone: 'this', points: walk(steps) },
    { label: 'second', tone: 'other', points: walk(steps).map(([x, y]) => [x! + 1, y! - 1]) },
  ],
  ...more,
});

describe('contour', () => {
  test('draws lines, tint, paths with their own dash, dots and labels', async () => {
    put('contour', valley(10));
    await drawn('.contours path');
    expect(all('.contours path').length).toBeGreaterThan(5);
    const [first, second] = all('.path');
    expect(first!.querySelectorAll('.dot')).toHaveLength(11);
    expect(first!.querySelector('.curve')!.getAttribute('stroke-dasharray')).toBeNull();
    expect(second!.querySelector('.curve')!.getAttribute('stroke-dasharray')).toBe('5 4');
    expect(all('.line-label').map((label) => label.textContent)).toEqual(['first', 'second']);
    const tint = find('.tint', HTMLCanvasElement);
    const at = (x: number, y: number) => tint.getContext('2d')!.getImageData(x, y, 1, 1).data[0]!;
    expect(at(15, 15)).toBeLessThan(at(0, 0));
  });

  test('begins at the end, at rest; Step, slider and Play go along the path', async () => {
    put('contour', valley(10));
    await drawn('.path');
    const dots = () => all('.path')[0]!.querySelectorAll('.dot').length;
    const button = (name: string) => all('.player button').find(({ textContent }) => textContent === name)!;
    expect(find('.player-says').textContent).toBe('step 10 of 10');
    await frames(300);
    expect(dots()).toBe(11);
    button('Step').click();
    expect([find('.player-says').textContent, dots()]).toEqual(['step 0 of 10', 1]);
    button('Step').click();
    expect(dots()).toBe(2);
    const slider = find('.player input', HTMLInputElement);
    slider.value = '5';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    expect([dots(), slider.getAttribute('aria-valuetext')]).toEqual([6, 'step 5 of 10']);
    button('Play').click();
    expect(button('Pause')).toBeDefined();
    await vi.waitFor(() => {
      expect(dots()).toBe(11);
    }, 4000);
    expect(button('Play')).toBeDefined();
  });

  test('with a frame it shows that step and has no player', async () => {
    put('contour', valley(10, { frame: 3 }));
    await drawn('.path .dot');
    expect(all('.path')[0]!.querySelectorAll('.dot')).toHaveLength(4);
    expect(find('.player').hidden).toBe(true);
  });

  test('a longer path moves the same picture: no element of the land is made again', async () => {
    put('contour', valley(3));
    await drawn('.path');
    const kept = ['svg', '.contours', '.tint', '.player input'].map((selector) => find(selector, Element));
    put('contour', valley(8));
    expect(['svg', '.contours', '.tint', '.player input'].map((selector) => find(selector, Element))).toEqual(
      kept,
    );
    expect(kept.every((element) => element.isConnected)).toBe(true);
    expect(all('.path')[0]!.querySelectorAll('.dot')).toHaveLength(9);
    expect(find('.player-says').textContent).toBe('step 8 of 8');
  });

  test('fog is clear around the walker and follows it', async () => {
    put('contour', valley(4, { fog: 0.5, frame: 0 }));
    await drawn('.path');
    const eye = find('ellipse', SVGEllipseElement);
    const walker = () => find('.walker', SVGCircleElement);
    const offset = () => Math.abs(Number(eye.getAttribute('cx')) - Number(walker().getAttribute('cx')));
    expect(offset()).toBeLessThan(0.1);
    const before = eye.getAttribute('cx');
    put('contour', valley(4, { fog: 0.5, frame: 4 }));
    expect(eye.getAttribute('cx')).not.toBe(before);
    expect(offset()).toBeLessThan(0.1);
    put('contour', valley(4));
    expect(getComputedStyle(find('.fog', Element).parentElement!).display).toBe('none');
  });

  test('a path that leaves is cut at the border and told', async () => {
    const points = [
      [0, 0],
      [1, 1],
      [2, 9],
      [1e200, NaN],
    ];
    put('contour', valley(0, { paths: [{ label: 'wild', tone: 'warn', points }] }));
    await drawn('.path');
    expect(find('.figure-remark').textContent).toBe('“wild” left the picture at step 2.');
    expect(find('svg', Element).innerHTML).not.toMatch(/NaN|Infinity/);
  });

  test('is told in words, or in the author’s, and as a table', async () => {
    put('contour', valley(2), 'Two walks.');
    await drawn('.path');
    expect(find('[role=img]').getAttribute('aria-label')).toContain('First: 2 steps from (−2, 1)');
    expect(find('.figure-summary').textContent).toBe('Two walks.');
    find('.figure-link').click();
    expect(all('tbody tr')).toHaveLength(6);
  });

  test('equal units where that makes a reasonable picture, and nothing wider than a phone', async () => {
    stage = openStage(320);
    put('contour', valley(2));
    await drawn('.contours path');
    const tint = find('.tint').getBoundingClientRect();
    expect(tint.width / tint.height).toBeCloseTo(1.5, 1);
    expect(stage.container.scrollWidth).toBeLessThanOrEqual(320);
  });
});

describe('curve', () => {
  const xs = Array.from({ length: 41 }, (_, i) => -2 + i / 10);
  const parabola = { x: [-2, 2], xs, ys: xs.map((x) => x * x), xLabel: 'w', yLabel: 'cost' };

  test('draws the function, tangent and secant with their slopes, points and arrows', async () => {
    put('curve', {
      ...parabola,
      tangent: { at: 1, slope: 2 },
      secant: { from: -2, to: 0 },
      points: [{ x: 0, y: 0, label: 'lowest', tone: 'good' }],
      paths: [
        {
          label: 'walk',
          tone: 'this',
          points: [
            [-2, 4],
            [-0.5, 0.25],
            [0.5, 0.25],
          ],
        },
      ],
    });
    await drawn('.function[d]');
    const labels = all('.line-label').map((label) => label.textContent);
    expect(labels).toEqual(['secant, slope −2', 'slope 2', 'walk', 'lowest']);
    expect(all('.arrow').length).toBeGreaterThanOrEqual(2);
  });

  test('a diverging path is cut and told', async () => {
    const points = Array.from({ length: 30 }, (_, i) => [(-1.5) ** i, 2.25 ** i]);
    put('curve', { ...parabola, paths: [{ label: 'η 1.25', tone: 'other', points }] });
    await drawn('.path');
    expect(find('.figure-remark').textContent).toBe('“η 1.25” left the picture at step 2.');
    expect(find('.path', Element).closest('[clip-path]')).not.toBeNull();
  });

  test('moves in place', async () => {
    put('curve', { ...parabola, tangent: { at: 1, slope: 2 } });
    await drawn('.function[d]');
    const line = find('.function', Element);
    put('curve', { ...parabola, tangent: { at: -1, slope: -2 } });
    expect(find('.function', Element)).toBe(line);
    expect(all('.line-label').map((label) => label.textContent)).toEqual(['slope −2']);
  });
});

describe('what does not fit', () => {
  test('an unknown name is said', async () => {
    put('tesseract', {});
    await drawn('.output-notice');
    expect(stage.container.textContent).toContain('There is no figure named “tesseract”.');
    expect(isFigureName('toString')).toBe(false);
  });

  test('wrong data are said by their path, and the picture stays as it was', async () => {
    put('contour', valley(3));
    await drawn('.path');
    put('contour', { ...valley(3), x: [3, -3] });
    await drawn('.output-notice');
    expect(find('.output-notice').textContent).toContain('x: must be [smallest, largest]');
    expect(all('.contours path').length).toBeGreaterThan(5);
    put('contour', valley(4));
    await frames(20);
    expect(all('.output-notice')).toEqual([]);
  });
});

test('every figure of the list has a title, a description and its data', () => {
  expect(figureList.length).toBeGreaterThanOrEqual(5);
  for (const figure of figureList)
    for (const text of Object.values(figure)) expect(text.length).toBeGreaterThan(4);
});

test.each(['light', 'dark'])('axe finds nothing on figures in the %s', async (theme) => {
  document.documentElement.dataset['theme'] = theme;
  put('contour', valley(5, { fog: 1 }));
  await drawn('.path');
  find('.figure-link').click();
  expect(await faults(document.body)).toEqual([]);
  delete document.documentElement.dataset['theme'];
});
