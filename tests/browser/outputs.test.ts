import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Output } from '../../src/kernel/protocol.ts';
import {
  colourOf,
  curveOf,
  faults,
  frames,
  hostile,
  numberValue,
  openStage,
  seriesOf,
  tensorOf,
  textLine,
  textValue,
} from './outputs-stage.ts';

let stage = openStage();
beforeEach(() => {
  stage = openStage();
});
const say = (selector: string) => stage.container.querySelector(selector)?.textContent ?? null;
const all = (selector: string) => [...stage.container.querySelectorAll<HTMLElement>(selector)];

describe('text', () => {
  test('says the level in a word, not in colour alone', () => {
    stage.view.put(0, textLine('mind the step', 'warn'));
    expect(say('.console-line')).toContain('warning');
    expect(say('.console-line')).toContain('mind the step');
  });

  test('counts a line that repeats', () => {
    for (let i = 0; i < 12; i++) stage.view.put(i, textLine('again'));
    expect(all('.console-line')).toHaveLength(1);
    expect(say('.console-count')).toContain('×12');
    stage.view.put(12, textLine('other'));
    expect(all('.console-line')).toHaveLength(2);
  });

  test('unfolds a value part by part, and builds no part before', () => {
    const parts = [{ key: 'a', value: numberValue(1) }];
    const inner = { type: 'object', text: '{a: 1}', entries: parts, more: 3 } as const;
    stage.view.put(0, {
      kind: 'value',
      value: {
        type: 'object',
        text: '{o: {…}}',
        entries: [{ key: 'o', value: { ...inner, entries: parts } }],
      },
    });
    const [fold] = all('.value-fold');
    expect(fold!.getAttribute('aria-expanded')).toBe('false');
    expect(all('.value-parts')).toHaveLength(0);
    fold!.click();
    expect(fold!.getAttribute('aria-expanded')).toBe('true');
    expect(all('.value-parts')).toHaveLength(1);
    all('.value-fold')[1]!.click();
    expect(say('.value-parts .value-parts')).toBe('a: 1… 3 more');
    fold!.click();
    expect(all('.value-parts')).toHaveLength(0);
  });
});

test('hostile text stays text in every kind that carries text', async () => {
  const outputs: Output[] = [
    textLine(hostile),
    { kind: 'value', value: textValue(hostile), caption: hostile },
    { kind: 'table', columns: [hostile], rows: [[textValue(hostile)]], more: 0, caption: hostile },
    { ...tensorOf([2, 2], 'numbers'), dtype: hostile, caption: hostile },
    { kind: 'image', width: 1, height: 1, pixels: new Uint8ClampedArray(4), caption: hostile },
    {
      kind: 'chart',
      chart: {
        summary: hostile,
        x: { label: hostile, scale: 'band', bands: [hostile] },
        marks: [
          { type: 'bar', x: Int32Array.of(0), y: Int32Array.of(1), label: hostile },
          { type: 'text', x: Int32Array.of(0), y: Int32Array.of(1), texts: [hostile] },
        ],
      },
    },
    { ...seriesOf(hostile), title: hostile, names: [hostile], x: hostile, y: hostile },
    {
      kind: 'progress',
      label: hostile,
      step: 1,
      steps: 2,
      elapsed: 1,
      left: null,
      values: [{ name: hostile, value: 1 }],
      tensors: 1,
      ended: false,
    },
    {
      kind: 'model',
      name: hostile,
      layers: [{ name: hostile, type: hostile, output: hostile, parameters: 1, trainable: true }],
      parameters: 1,
      trainable: 1,
    },
    {
      kind: 'input',
      spec: { type: 'choice', name: hostile, options: [hostile], value: hostile },
      value: hostile,
    },
    {
      kind: 'figure',
      name: 'curve',
      data: { x: [0, 1], xs: [0, 1], ys: [0, 1], xLabel: hostile.slice(0, 60) },
      caption: hostile,
    },
    { kind: 'notice', text: hostile },
  ];
  outputs.forEach((output, slot) => {
    stage.view.put(slot, output);
  });
  stage.view.append(6, curveOf([1, 2]));
  stage.view.notice(hostile);
  stage.view.error(
    {
      name: hostile,
      message: hostile,
      places: [{ cell: 'a', line: 1, column: 1, function: hostile }],
      remedy: hostile,
    },
    () => undefined,
  );
  await vi.waitFor(() => {
    expect(stage.container.querySelector('.plot')).not.toBeNull();
    expect(stage.container.querySelector('.curve-figure svg text')).not.toBeNull();
  }, 10_000);
  expect(stage.container.querySelectorAll('img:not([role]), script')).toHaveLength(0);
  expect('hacked' in globalThis).toBe(false);
  expect(stage.container.textContent).toContain(hostile);
});

test('a table has a caption, aligns numbers and scrolls inside a region that the keyboard reaches', () => {
  stage.view.put(0, {
    kind: 'table',
    columns: ['name', 'loss'],
    rows: [
      [textValue('a'), numberValue(0.5)],
      [textValue('b'), { type: 'undefined', text: '' }],
    ],
    more: 98,
    caption: 'Models',
  });
  const region = all('[role=region]')[0]!;
  expect(region.tabIndex).toBe(0);
  expect(region.getAttribute('aria-label')).toBe('Models');
  expect(say('caption')).toBe('Models (first 2 of 100 rows)');
  expect(all('td').map((cell) => getComputedStyle(cell).textAlign)).toEqual([
    'left',
    'right',
    'left',
    'right',
  ]);
});

describe('tensor', () => {
  test('says shape, type, range, mean, memory and what is not finite', () => {
    stage.view.put(
      0,
      tensorOf([2, 2], 'numbers', (i) => (i === 3 ? NaN : i)),
    );
    const line = say('.tensor-line');
    for (const part of ['[2, 2]', 'float32', '0 to 2', 'mean 1', '16 B', '1 number not finite'])
      expect(line).toContain(part);
    expect(all('.tensor-matrix td').map((cell) => cell.textContent)).toEqual(['0', '1', '2', 'NaN']);
  });

  test('a heat map reads out numbers by arrow keys', () => {
    stage.view.put(0, tensorOf([2, 3], 'heat map'));
    const [map] = all('.matrix-stage');
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown'])
      map!.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
    expect(say('.matrix-readout')).toBe('[1, 1] = 4');
    expect(say('.legend')).toBe('05');
  });

  test('its colours come from the tokens and follow the theme', async () => {
    stage.view.put(0, tensorOf([1, 2], 'heat map'));
    const firstPixel = () => {
      const canvas = stage.container.querySelector<HTMLCanvasElement>('.matrix')!;
      return [...canvas.getContext('2d')!.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    };
    expect(firstPixel()).toEqual([255, 255, 255]);
    document.documentElement.dataset['theme'] = 'dark';
    await vi.waitFor(() => {
      expect(firstPixel()).toEqual([0x1b, 0x1f, 0x23]);
    });
    delete document.documentElement.dataset['theme'];
  });

  test('rank 3 and 4 become slices, as many as are drawn and no more', () => {
    stage.view.put(0, tensorOf([100, 3, 4], 'block'));
    expect(all('.block-slices li')).toHaveLength(64);
    expect(say('.block .output-more')).toContain('36 more slices');
    stage.view.put(1, tensorOf([2, 4, 4, 3], 'heat map'));
    expect(all('[data-slot="1"] .block-slices li')).toHaveLength(6);
  });

  test('the reader chooses between numbers and colours', () => {
    stage.view.put(0, tensorOf([2, 2], 'numbers'));
    const button = all('.tensor-views button').find(({ textContent }) => textContent === 'Heat map')!;
    button.click();
    expect(stage.container.querySelector('.matrix')).not.toBeNull();
    expect(document.activeElement?.textContent).toBe('Heat map');
  });
});

test('an image is enlarged in whole squares', () => {
  stage.view.put(0, { kind: 'image', width: 28, height: 28, pixels: new Uint8ClampedArray(28 * 28 * 4) });
  const canvas = stage.container.querySelector('canvas')!;
  expect(canvas.getBoundingClientRect().width).toBe(224);
  expect(canvas.getAttribute('aria-label')).toBe('Picture, 28 by 28 pixels');
  stage.view.put(1, { kind: 'image', width: 9, height: 9, pixels: new Uint8ClampedArray(4) });
  expect(say('[data-slot="1"]')).toContain('empty');
});

/** Texts that reach beyond the left edge of the drawing. */
const overEdge = (drawing: string) => {
  const edge = all(drawing)[0]!.getBoundingClientRect().left;
  return all(`${drawing} text`)
    .filter((text) => text.getBoundingClientRect().left < edge)
    .map((text) => text.textContent);
};

describe('chart', () => {
  const chart = (
    marks: { x: number[]; y: number[]; label?: string; tone?: 'this' | 'other' }[],
    y: object = {},
  ): Output => ({
    kind: 'chart',
    chart: {
      x: { label: 'epoch' },
      y: { label: 'loss', ...y },
      marks: marks.map((mark) => ({
        type: 'line',
        ...mark,
        x: Float64Array.from(mark.x),
        y: Float64Array.from(mark.y),
      })),
    },
  });

  test('is drawn in tokens, labelled on its lines, dashed where the colour differs', async () => {
    stage.view.put(
      0,
      chart([
        { x: [0, 1, 2], y: [3, 2, 1], label: 'mine' },
        { x: [0, 1, 2], y: [1, 2, 3], label: 'theirs', tone: 'other' },
      ]),
    );
    await vi.waitFor(() => {
      expect(all('.plot .line-label').map((label) => label.textContent)).toEqual(['mine', 'theirs']);
    });
    const lines = stage.container.querySelectorAll('.plot [stroke="var(--orange)"]');
    expect(lines).toHaveLength(1);
    expect(lines[0]!.getAttribute('stroke-dasharray')).toBe('5 4');
    expect(getComputedStyle(lines[0]!).stroke).toBe(colourOf('--orange'));
  });

  test('is told in a sentence and as a table', () => {
    stage.view.put(0, chart([{ x: [1, 2, 3], y: [2.5, 0.5, 1], label: 'training' }]));
    const text =
      'Chart of loss against epoch. Training falls from 2.5 at epoch 1 to 1 at epoch 3, lowest 0.5 at epoch 2.';
    expect(all('[role=img]')[0]!.getAttribute('aria-label')).toBe(text);
    all('.figure-link')[0]!.click();
    expect(all('tbody tr').map((row) => row.textContent)).toEqual(['12.5', '20.5', '31']);
  });

  test('numbers of five figures have room at the edge', async () => {
    stage.view.put(0, chart([{ x: [1, 2], y: [-9_800, 12] }]));
    await vi.waitFor(() => {
      expect(all('.plot text').map((tick) => tick.textContent)).toContain('−10,000');
    }, 10_000);
    expect(overEdge('.plot')).toEqual([]);
  });

  test('leaves out what no picture can hold and says so', async () => {
    stage.view.put(0, chart([{ x: [1, 2, 3, 4], y: [NaN, Infinity, 0, 5] }], { scale: 'log' }));
    expect(say('.figure-remark')).toContain('2 points not drawn: not a finite number');
    expect(say('.figure-remark')).toContain('1 point not drawn: 0 or less');
    await vi.waitFor(() => {
      expect(stage.container.querySelector('.plot')).not.toBeNull();
    }, 10_000);
    expect(stage.container.innerHTML).not.toMatch(/NaN|Infinity/);
  });
});

describe('series', () => {
  const labels = () => all('.line-label').map((label) => label.textContent);

  test('shows this run over the last one of the same cell', async () => {
    stage.view.put(0, seriesOf('η 0.02'));
    stage.view.append(0, curveOf([100, 80, 60]));
    stage.view.finish();
    stage.view.clear();
    stage.view.put(0, seriesOf('η 0.1'));
    stage.view.append(0, curveOf([100, 20]));
    await vi.waitFor(() => {
      expect(labels()).toEqual(['your last run, η 0.02', 'this run, η 0.1']);
    });
    const [last, current] = stage.container.querySelectorAll('.curve');
    expect(last!.getAttribute('stroke-dasharray')).not.toBeNull();
    expect(current!.getAttribute('stroke-dasharray')).toBeNull();
    expect(getComputedStyle(current!).stroke).toBe(colourOf('--blue'));
  });

  test('numbers of five figures have room at the edge', async () => {
    stage.view.put(0, seriesOf('a'));
    stage.view.append(0, curveOf([12_000, 100]));
    await vi.waitFor(() => {
      expect(all('.frame text').map((tick) => tick.textContent)).toContain('10,000');
    });
    expect(overEdge('.plane')).toEqual([]);
  });

  test('an explosion does not flatten the rest, and is told', async () => {
    stage.view.put(0, seriesOf('η 1.1'));
    stage.view.append(0, curveOf([...Array.from({ length: 60 }, (_, i) => 1.44 ** i), Infinity, NaN]));
    await vi.waitFor(() => {
      expect(say('.figure-remark')).toBe('cost left the picture at step 7.');
    });
    const ticks = all('.frame text').map((tick) => tick.textContent);
    expect(ticks).toContain('8');
    expect(ticks.some((tick) => /\de\d/.test(tick))).toBe(false);
    expect(stage.container.querySelector('.curve')!.getAttribute('d')).not.toMatch(/NaN|Infinity/);
  });

  test('NaN from a step on is told; a logarithmic axis tells what it cannot hold', async () => {
    stage.view.put(0, seriesOf('a', true));
    stage.view.append(0, curveOf([1, 0, 0.1, NaN, NaN]));
    await vi.waitFor(() => {
      expect(say('.figure-remark')).toBe(
        'cost is not a number from step 3 on. cost: 1 value of 0 or less cannot stand on a logarithmic axis.',
      );
    });
  });

  test('twenty thousand points in sixty pieces are drawn in few elements and little time', async () => {
    stage.view.put(0, seriesOf('long'));
    await frames(50);
    const path = () => stage.container.querySelector('.curve')?.getAttribute('d') ?? '';
    for (let piece = 0; piece < 60; piece++) {
      const x = Float64Array.from({ length: 333 }, (_, i) => piece * 333 + i);
      stage.view.append(0, { x, ys: [x.map((v) => Math.sin(v / 50) + Math.random())] });
      if (piece % 10 === 0) await frames(16);
    }
    stage.view.finish();
    await vi.waitFor(() => {
      expect(path().length).toBeGreaterThan(1000);
    });
    expect(path().split('L').length).toBeLessThan(3200);
  });

  test('a finished series is told in a sentence', () => {
    stage.view.put(0, seriesOf('a'));
    stage.view.append(0, curveOf([4, 2, 1]));
    stage.view.finish();
    expect(all('[role=img]')[0]!.getAttribute('aria-label')).toContain(
      'Cost falls from 4 at step 0 to 1 at step 2.',
    );
  });
});

test('progress says step, time left, values, speed and tensors', () => {
  stage.view.put(0, {
    kind: 'progress',
    label: 'Fifty steps',
    step: 32,
    steps: 50,
    elapsed: 50,
    left: 3000,
    values: [{ name: 'cost', value: 0.000063 }],
    tensors: 3,
    ended: false,
  });
  const [bar] = all('[role=progressbar]');
  expect(bar!.getAttribute('aria-valuenow')).toBe('32');
  expect(bar!.getAttribute('aria-valuetext')).toBe('step 32 of 50 · 3 s left');
  const lines = all('.progress-values p').map((line) => line.textContent);
  expect(lines).toEqual([
    'cost 0.000063',
    'step 32 of 50 · 3 s left',
    '640 steps a second',
    '3 tensors held',
  ]);
});

test('progress stands beside its curves where there is room, above them on a phone', async () => {
  const put = () => {
    stage.view.put(0, {
      kind: 'progress',
      label: '',
      step: 1,
      steps: 2,
      elapsed: 1,
      left: null,
      values: [],
      tensors: 1,
      ended: false,
    });
    stage.view.put(1, seriesOf('a'));
  };
  const box = (selector: string) => all(selector)[0]!.getBoundingClientRect();
  await page.viewport(1000, 700);
  put();
  await frames(50);
  expect(box('.progress-values').left).toBeGreaterThan(box('.series-stage').right);
  expect(box('.progress-bar').bottom).toBeLessThanOrEqual(box('.series-stage').top);
  await page.viewport(400, 700);
  expect(box('.progress-values').bottom).toBeLessThanOrEqual(box('.series-stage').top);
});

describe('error', () => {
  test('names places as buttons that go there', () => {
    const went: unknown[] = [];
    const place = { cell: 'a', line: 3, column: 5, function: 'step' };
    stage.view.error(
      { name: 'TypeError', message: 'two\nlines', places: [place], remedy: 'Do this.' },
      (to) => went.push(to),
    );
    const alert = all('[role=alert]')[0]!;
    expect(alert.textContent).toContain('two\nlines');
    expect(alert.textContent).toContain('Do this.');
    expect(all('.error-place')[0]!.textContent).toBe('line 3, column 5');
    all('.error-place')[0]!.click();
    expect(went).toEqual([place]);
  });
});

describe('runs', () => {
  test('outputs stand in the order of their slots', () => {
    for (const slot of [2, 0, 1]) stage.view.put(slot, { kind: 'notice', text: String(slot) });
    expect(all('.output').map((item) => item.dataset['slot'])).toEqual(['0', '1', '2']);
  });

  test('a new run takes the places of the old one, and what it leaves goes', () => {
    stage.view.put(0, { kind: 'notice', text: 'old first' });
    stage.view.put(1, { kind: 'notice', text: 'old second' });
    stage.view.error({ name: 'E', message: 'old error', places: [] }, () => undefined);
    const [first] = all('.output');
    stage.view.clear();
    expect(stage.container.textContent).not.toContain('old error');
    stage.view.put(0, { kind: 'notice', text: 'new first' });
    expect(all('.output')[0]).toBe(first);
    stage.view.finish();
    expect(stage.container.textContent).toContain('new first');
    expect(stage.container.textContent).not.toContain('old');
  });

  test('a cleared cell that shows nothing is empty', async () => {
    stage.view.put(0, textLine('x'));
    stage.view.clear();
    await vi.waitFor(() => {
      expect(stage.container.childNodes).toHaveLength(0);
    });
    expect(stage.container.style.minHeight).toBe('');
  });

  test('the height is kept while a run begins anew', () => {
    stage.view.put(0, tensorOf([10, 10], 'heat map'));
    const before = stage.container.offsetHeight;
    stage.view.clear();
    stage.view.put(0, textLine('short'));
    expect(stage.container.offsetHeight).toBeGreaterThanOrEqual(before);
    stage.view.finish();
    expect(stage.container.offsetHeight).toBeLessThan(before);
  });
});

test.each(['light', 'dark'])('axe finds nothing on the outputs in the %s', async (theme) => {
  document.documentElement.dataset['theme'] = theme;
  const { view, container } = stage;
  const outputs: Output[] = [
    textLine('plain'),
    textLine('careful', 'warn'),
    textLine('wrong', 'error'),
    {
      kind: 'value',
      value: { type: 'array', text: 'Array(1) [1]', entries: [{ key: '0', value: numberValue(1) }] },
    },
    { kind: 'table', columns: ['a'], rows: [[numberValue(1)]], more: 0 },
    tensorOf([3, 3], 'heat map'),
    tensorOf([2, 3, 3], 'block'),
    tensorOf([3, 3], 'numbers', (i) => (i === 0 ? NaN : i)),
    { kind: 'image', width: 2, height: 2, pixels: new Uint8ClampedArray(16) },
    {
      kind: 'progress',
      label: 'x',
      step: 1,
      steps: 2,
      elapsed: 1,
      left: 10,
      values: [{ name: 'loss', value: 1 }],
      tensors: 1,
      ended: false,
    },
    seriesOf('η 0.1'),
    {
      kind: 'chart',
      chart: { marks: [{ type: 'line', x: Int32Array.of(0, 1), y: Int32Array.of(0, 1), label: 'l' }] },
    },
    {
      kind: 'model',
      name: 'm',
      layers: [{ name: 'l', type: 't', output: '[1]', parameters: 1, trainable: true }],
      parameters: 1,
      trainable: 1,
    },
    { kind: 'notice', text: 'n' },
  ];
  outputs.forEach((output, slot) => {
    view.put(slot, output);
  });
  view.append(10, curveOf([1, 2, NaN]));
  view.error(
    { name: 'E', message: 'm', places: [{ cell: 'a', line: 1, column: 1 }], remedy: 'r' },
    () => undefined,
  );
  await vi.waitFor(() => {
    expect(container.querySelector('.plot')).not.toBeNull();
  }, 10_000);
  for (const link of all('.figure-link, .value-fold')) link.click();
  expect(await faults(document.body)).toEqual([]);
  delete document.documentElement.dataset['theme'];
});

test('axe does find a planted fault', async () => {
  stage.view.put(0, textLine('x'));
  stage.container.append(document.createElement('button'));
  expect(await faults(stage.container)).toHaveLength(1);
});
