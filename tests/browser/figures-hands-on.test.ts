import { beforeEach, describe, expect, test, vi } from 'vitest';
import { faults, openStage } from './outputs-stage.ts';

let stage = openStage();
beforeEach(() => {
  stage = openStage();
});
const all = (selector: string) => [...stage.container.querySelectorAll<HTMLElement>(selector)];
const one = (selector: string): HTMLElement => {
  const [found] = all(selector);
  if (found === undefined) throw new TypeError(`There is no ${selector}.`);
  return found;
};
const put = (name: string, data: Record<string, unknown>) => {
  stage.view.put(0, { kind: 'figure', name, data });
};
const drawn = (selector: string) => vi.waitFor(() => expect(all(selector).length).toBeGreaterThan(0), 10_000);
const press = (element: Element, key: string, shiftKey = false) =>
  element.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }));
const reading = () => one('.figure-reading').textContent;
const slide = (input: HTMLElement, value: number) => {
  if (!(input instanceof HTMLInputElement)) throw new TypeError('This is no slider.');
  input.value = String(value);
  input.dispatchEvent(new Event('input', { bubbles: true }));
};

const cats = {
  x: [-2, 2],
  y: [-2, 2],
  classes: ['cat', 'dog'],
  points: [
    { x: -1, y: 0, class: 0 },
    { x: 1, y: 0, class: 1 },
    { x: 0.5, y: 1, class: 0 },
  ],
};

describe('plane', () => {
  test('classes have shapes of their own; who is wrong has a ring; the rest of the plane is tinted', async () => {
    put('plane', { ...cats, regions: { by: 'line', w: [1, 0], b: 0 } });
    await drawn('.points .symbol');
    const shapes = all('.points .symbol path').map((path) => path.getAttribute('d'));
    expect(new Set(shapes).size).toBe(2);
    expect(all('.points .wrong')).toHaveLength(1);
    expect(reading()).toBe('x + 0 y + 0 = 0. 2 of 3 points on the right side: 66.7%.');
    const tint = one('.tint') as HTMLCanvasElement;
    const at = (share: number) =>
      [...tint.getContext('2d')!.getImageData(share * tint.width, 30, 1, 1).data].join();
    expect(at(0.1)).not.toBe(at(0.9));
    expect(all('.texture .symbol').length).toBeGreaterThan(20);
  });

  test('an arrow key moves a point and the regions at once, Shift goes ten times as far, Page Down to the next', async () => {
    put('plane', { ...cats, regions: { by: 'neighbours', k: 1 }, moves: 'points' });
    await drawn('.handle');
    const [first, second] = all('.handle');
    expect(all('.handle').map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
    const border = one('.boundary path').getAttribute('d');
    first!.focus();
    press(first!, 'ArrowRight');
    expect(first!.getAttribute('aria-valuetext')).toMatch(/^x −0\.96, y 0; 3 of 3 points/);
    press(first!, 'ArrowUp', true);
    expect(first!.getAttribute('aria-valuetext')).toMatch(/^x −0\.96, y 0\.4;/);
    expect(one('.boundary path').getAttribute('d')).not.toBe(border);
    press(first!, 'PageDown');
    expect(document.activeElement).toBe(second);
    expect(second!.getAttribute('aria-label')).toBe('Point 2 of 3, dog');
    for (let i = 0; i < 40; i++) press(second!, 'ArrowRight', true);
    expect(second!.getAttribute('aria-valuetext')).toMatch(/^x 2, /);
  });

  test('a pointer moves an end of the line, and what the line says follows', async () => {
    put('plane', { ...cats, regions: { by: 'line', w: [0, 1], b: 0 }, moves: 'line' });
    await drawn('.handle');
    const before = reading();
    const [end] = all('.handle');
    const box = end!.getBoundingClientRect();
    const options = { pointerId: 1, button: 0, bubbles: true };
    end!.setPointerCapture = () => undefined;
    end!.dispatchEvent(new PointerEvent('pointerdown', options));
    end!.dispatchEvent(
      new PointerEvent('pointermove', { ...options, clientX: box.left + 14, clientY: box.top - 40 }),
    );
    end!.dispatchEvent(new PointerEvent('pointerup', options));
    expect(reading()).not.toBe(before);
    const after = reading();
    end!.dispatchEvent(new PointerEvent('pointermove', { ...options, clientX: 0, clientY: 0 }));
    expect(reading()).toBe(after);
  });

  test('points beyond the picture are told, not drawn; data that do not fit are said', async () => {
    put('plane', { ...cats, points: [{ x: 9, y: 0, class: 0 }] });
    await drawn('.frame');
    expect(all('.points .symbol')).toHaveLength(0);
    expect(one('.figure-summary').textContent).toContain('1 point beyond the picture.');
    put('plane', { ...cats, points: [{ x: 0, y: 0, class: 4 }] });
    expect(one('.output-notice').textContent).toContain('must be of one of the classes');
  });
});

const net = {
  layers: [{ units: 2, names: ['a', 'b'] }, { units: 3, activation: 'relu' }, { units: 1 }],
  weights: [
    [
      [1, -2, 0],
      [0.5, 3, 1],
    ],
    [[2], [-1], [0.5]],
  ],
  input: [1, 2],
};

describe('network', () => {
  test('weights below zero are dashed and have another tone; strong ones are wide', async () => {
    put('network', net);
    await drawn('.edge');
    const edges = all('.edge');
    expect(edges).toHaveLength(9);
    const negative = edges.filter((edge) => edge.dataset['tone'] === 'other');
    expect(negative.map((edge) => edge.hasAttribute('stroke-dasharray'))).toEqual([true, true]);
    const width = (i: number) => Number(edges[i]!.getAttribute('stroke-width'));
    expect(width(4)).toBeGreaterThan(width(0));
  });

  test('Next goes through the layers; what the pass has not reached is pale', async () => {
    put('network', net);
    await drawn('.edge');
    const button = (name: string) => all('.stepper button').find(({ textContent }) => textContent === name)!;
    expect(one('.stepper-says').textContent).toBe('3 of 3: output');
    button('Again').click();
    expect(one('.stepper-says').textContent).toBe('1 of 3: input');
    expect(all('.edge[data-state="dim"]')).toHaveLength(9);
    button('Next').click();
    expect(all('.edge[data-state="dim"]')).toHaveLength(3);
  });

  test('arrow keys go from unit to unit; each says its value and what goes into it', async () => {
    put('network', net);
    await drawn('.unit');
    const [first] = all('.handle');
    first!.focus();
    press(first!, 'ArrowRight');
    press(document.activeElement!, 'ArrowDown');
    expect(document.activeElement!.getAttribute('aria-label')).toBe('layer 1 2: 4. From b × 3, a × −2.');
    expect(reading()).toBe('layer 1 2: 4. From b × 3, a × −2.');
    expect(one('.unit-value').textContent).toBe('4');
    expect(all('.edge[data-state="lit"]')).toHaveLength(3);
    expect(all('.handle').filter(({ tabIndex }) => tabIndex === 0)).toEqual([document.activeElement]);
  });

  test('a training is played by its steps; long layers say how many more there are', async () => {
    const frames = [1, 2, 4].map((weight) => ({ weights: [[[weight]]] }));
    put('network', { layers: [{ units: 1 }, { units: 1 }], input: [1], frames });
    await drawn('.edge');
    slide(one('.player input'), 1);
    expect(one('.player-says').textContent).toBe('step 1 of 2');
    expect(all('.handle')[1]!.getAttribute('aria-label')).toContain('output 1: 2');
    put('network', { layers: [{ units: 784 }, { units: 10 }] });
    expect(all('.more').map(({ textContent }) => textContent)).toEqual(['+ 775 more']);
    expect(one('.player').hidden).toBe(true);
  });

  test('a value that is not a number is marked', async () => {
    put('network', { layers: [{ units: 1 }, { units: 1 }], weights: [[[NaN]]], input: [1] });
    await drawn('.unit');
    expect(all('.unit[data-state="broken"]')).toHaveLength(1);
  });
});

describe('histogram', () => {
  const scores = {
    groups: [
      { label: 'well', values: [0.1, 0.2, 0.3, 0.3] },
      { label: 'sick', values: [0.6, 0.7] },
    ],
    x: [0, 1],
    bins: 10,
  };

  test('groups over each other have outlines with their own dash; below each other they are filled', async () => {
    put('histogram', scores);
    await drawn('.bars');
    expect(all('.bars .curve').map((line) => line.getAttribute('stroke-dasharray'))).toEqual([null, '5 4']);
    expect(all('.line-label').map(({ textContent }) => textContent)).toEqual(['well', 'sick']);
    put('histogram', { ...scores, layout: 'separate' });
    expect(all('.bars .curve')).toHaveLength(0);
    expect(all('.bar.solid').length).toBe(5);
  });

  test('the threshold is moved by keys, says both sides, and stays in the picture', async () => {
    put('histogram', { ...scores, threshold: 0.5 });
    await drawn('.threshold');
    expect(reading()).toBe('Below 0.5: well 4, sick 0. At or above it: well 0, sick 2.');
    const handle = one('.handle');
    press(handle, 'ArrowLeft', true);
    press(handle, 'ArrowLeft', true);
    expect(handle.getAttribute('aria-valuetext')).toBe(
      'Below 0.3: well 2, sick 0. At or above it: well 2, sick 2.',
    );
    press(handle, 'End');
    expect(reading()).toMatch(/^Below 1: well 4, sick 2/);
    press(handle, 'ArrowRight');
    expect(reading()).toMatch(/^Below 1:/);
    press(handle, 'Home');
    expect(reading()).toMatch(/^Below 0:/);
  });

  test('nothing to count is an empty frame', async () => {
    put('histogram', { groups: [{ label: 'nothing', values: [] }] });
    await drawn('.frame');
    expect(all('.bar')).toHaveLength(0);
    expect(one('.figure-summary').textContent).toBe('Nothing: no numbers.');
  });
});

describe('curve', () => {
  test('the slider moves the tangent; its slope is that of the function', async () => {
    put('curve', { x: [-2, 2], f: [0, 0, 1], tangent: { at: 1, moves: true } });
    await drawn('.line-label');
    expect(one('.line-label').textContent).toBe('slope 2');
    slide(one('.slider input'), -1.5);
    expect([one('.line-label').textContent, one('.slider-value').textContent]).toEqual(['slope −3', '−1.5']);
    expect(one('.figure-summary').textContent).toContain('The tangent at x −1.5 has slope −3.');
  });

  test('another learning rate is another path', async () => {
    put('curve', { x: [-6, 6], f: [0, 0, 1], descent: { start: 4, rate: 0.25, rates: [0, 1], steps: 2 } });
    await drawn('.path .dot');
    expect(one('.figure-summary').textContent).toContain('2 steps from x 4 to 1.');
    slide(one('.slider input'), 0.5);
    expect(one('.figure-summary').textContent).toContain('Learning rate 0.5: 2 steps from x 4 to 0.');
    const step = all('.player button').find(({ textContent }) => textContent === 'Step')!;
    step.click();
    expect(all('.path .dot')).toHaveLength(1);
  });

  test('several curves have tones, dashes and their names on them', async () => {
    const ys = [0, 1, 4];
    put('curve', {
      x: [0, 2],
      xs: [0, 1, 2],
      ys,
      label: 'x²',
      curves: [{ label: 'x', tone: 'other', ys: [0, 1, 2] }],
    });
    await drawn('.line-label');
    expect(all('.line-label').map(({ textContent }) => textContent)).toEqual(['x²', 'x']);
    expect(one('.curve[data-tone="other"]').getAttribute('stroke-dasharray')).toBe('5 4');
  });
});

test('walkers in a race are told at each step', async () => {
  const path = (label: string, points: number[][]) => ({ label, tone: 'this', points });
  put('contour', {
    ...{
      x: [0, 2],
      y: [0, 2],
      values: [
        [0, 1, 2],
        [1, 2, 3],
        [2, 3, 4],
      ],
      race: true,
    },
    paths: [
      path('long', [
        [2, 2],
        [1, 1],
        [0, 0],
      ]),
      path('short', [
        [2, 2],
        [1, 2],
      ]),
    ],
  });
  await drawn('.path');
  expect(reading()).toBe('Step 2. long: height 0, lowest; short: height 3, at its end.');
});

test('Play brings whoever asked for less motion to the end at once', async () => {
  const real = globalThis.matchMedia;
  vi.spyOn(globalThis, 'matchMedia').mockImplementation((query) =>
    query.includes('reduced-motion') ? ({ matches: true } as MediaQueryList) : real(query),
  );
  put('curve', { x: [-6, 6], f: [0, 0, 1], descent: { start: 4, rate: 0.25, steps: 9 } });
  await drawn('.player');
  slide(one('.player input'), 1);
  all('.player button')
    .find(({ textContent }) => textContent === 'Play')!
    .click();
  expect(one('.player-says').textContent).toBe('step 9 of 9');
  vi.restoreAllMocks();
});

describe.each(['light', 'dark'])('in the %s', (theme) => {
  test.each<[string, Record<string, unknown>]>([
    ['plane', { ...cats, regions: { by: 'line', w: [1, 0], b: 0 }, moves: 'line' }],
    ['network', net],
    [
      'histogram',
      {
        groups: [
          { label: 'a', values: [1, 2] },
          { label: 'b', values: [3] },
        ],
        threshold: 2,
      },
    ],
    [
      'curve',
      {
        x: [-6, 6],
        f: [0, 0, 1],
        tangent: { at: 1, moves: true },
        descent: { start: 4, rate: 0.2, steps: 3 },
      },
    ],
  ])('axe finds nothing on %s, and nothing is wider than a phone', async (name, data) => {
    document.documentElement.dataset['theme'] = theme;
    stage = openStage(320);
    put(name, data);
    await drawn('.frame, .edge');
    one('.figure-link').click();
    expect(await faults(document.body)).toEqual([]);
    expect(stage.container.scrollWidth).toBeLessThanOrEqual(320);
    delete document.documentElement.dataset['theme'];
  });
});
