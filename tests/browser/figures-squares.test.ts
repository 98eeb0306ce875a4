import { beforeEach, describe, expect, test, vi } from 'vitest';
import { faults, openStage } from './outputs-stage.ts';

let stage = openStage();
beforeEach(() => {
  stage = openStage();
});
const all = (selector: string) => [...stage.container.querySelectorAll<HTMLElement>(selector)];
const inputs = () => [...stage.container.querySelectorAll<HTMLInputElement>('.kernel-inputs input')];
function one(selector: string): HTMLElement;
function one<T extends Element>(selector: string, kind: new () => T): T;
function one(selector: string, kind: new () => Element = Element): Element {
  const found = stage.container.querySelector(selector);
  if (!(found instanceof kind)) throw new TypeError(`There is no ${selector}.`);
  return found;
}
const put = (name: string, data: Record<string, unknown>) => {
  stage.view.put(0, { kind: 'figure', name, data });
};
const drawn = (selector: string) => vi.waitFor(() => expect(all(selector).length).toBeGreaterThan(0), 10_000);
const press = (element: Element, key: string) =>
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
const button = (name: string) => {
  const found = all('button').find(({ textContent }) => textContent === name);
  if (found === undefined) throw new TypeError(`There is no button ${name}.`);
  return found;
};
const choose = (name: string) => {
  const select = one('.chooser select', HTMLSelectElement);
  select.value = name;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};
const text = (selector: string) => one(selector).textContent;
const chooserNames = () => [...one('.chooser select', HTMLSelectElement).options].map((each) => each.text);

const confusion = {
  values: [
    [9, 1],
    [3, 7],
  ],
  rows: ['cat', 'dog'],
  columns: ['cat', 'dog'],
  diagonal: true,
};

describe('matrix', () => {
  test('squares hold their numbers; arrow keys read them and stop at the edges', async () => {
    put('matrix', confusion);
    await drawn('.square');
    expect(all('.square-number').map(({ textContent }) => textContent)).toEqual(['9', '1', '3', '7']);
    expect(all('.square-ring')).toHaveLength(2);
    expect(text('.kept-line')).toContain('arrow keys');
    const reader = one('.square-reader');
    reader.focus();
    expect(text('.kept-line')).toBe('row cat, column cat: 9');
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) press(reader, key);
    expect(text('.kept-line')).toBe('row dog, column dog: 7');
    press(reader, 'Home');
    expect(text('.kept-line')).toBe('row dog, column cat: 3');
  });

  test('a pointer reads the square below it', async () => {
    put('matrix', confusion);
    await drawn('.square');
    const box = all('.square')[1]!.getBoundingClientRect();
    const place = { clientX: box.left + 4, clientY: box.top + 4, bubbles: true };
    one('.square-reader').dispatchEvent(new PointerEvent('pointermove', place));
    expect(text('.kept-line')).toBe('row cat, column dog: 1');
  });

  test('new numbers move the same picture, and what is read follows', async () => {
    put('matrix', confusion);
    await drawn('.square');
    const reader = one('.square-reader');
    reader.focus();
    put('matrix', { ...confusion, values: [[5, 0], [0, 5]] }); // prettier-ignore
    expect(one('.square-reader')).toBe(reader);
    expect(text('.kept-line')).toBe('row cat, column cat: 5');
    put('matrix', { values: [[1, 2]] });
    expect(text('.kept-line')).toBe('row 0, column 0: 1');
    put('matrix', { values: [[1, 2], [3]] });
    expect(text('.output-notice')).toContain('rows of the same length');
  });

  test('squares that are too small for numbers have a scale; a hole is crossed out', async () => {
    const values = Array.from({ length: 30 }, (_, i) => Array.from({ length: 30 }, (_, j) => i - j));
    values[3]![4] = NaN;
    put('matrix', { values });
    await drawn('.square');
    expect(all('.square-number')).toEqual([]);
    expect(all('.square-cross')).toHaveLength(1);
    expect([...one('.square-scale').children].map(({ textContent }) => textContent)).toEqual([
      '',
      '−29',
      '',
      '29',
    ]);
    put('matrix', confusion);
    expect(one('.square-scale').hidden).toBe(true);
  });
});

const picture = Array.from({ length: 5 }, (_, i) => Array.from({ length: 5 }, (_, j) => i + j));
const sliding = {
  image: picture,
  kernels: [
    { label: 'sum', values: [[1, 1], [1, 1]] },
    { label: 'edge', values: [[1, -1]] },
  ],
  editable: true,
}; // prettier-ignore

describe('convolution', () => {
  test('shows the last place, its products and the result; Step begins anew', async () => {
    put('convolution', sliding);
    await drawn('.square-frame');
    expect(all('.sheet-name').map(({ textContent }) => textContent)).toEqual([
      'picture 5 × 5',
      'kernel 2 × 2',
      'result 4 × 4',
    ]);
    expect(text('.convolution-sum')).toBe('Row 3, column 3: 1 × 6 + 1 × 7 + 1 × 7 + 1 × 8 = 28');
    button('Step').click();
    expect(text('.convolution-sum')).toMatch(/^Row 0, column 0: .* = 4$/);
    expect(text('.player-says')).toBe('place 0 of 15');
  });

  test('an arrow key in the result goes to its place, and only then it is spoken', async () => {
    put('convolution', sliding);
    await drawn('.square-frame');
    const reader = one('.square-reader');
    expect(one('.convolution-sum').getAttribute('aria-live')).toBe('off');
    reader.focus();
    expect(one('.convolution-sum').getAttribute('aria-live')).toBe('polite');
    press(reader, 'ArrowRight');
    expect(text('.player-says')).toBe('place 1 of 15');
    expect(text('.convolution-sum')).toMatch(/^Row 0, column 1: /);
    reader.blur();
    expect(one('.convolution-sum').getAttribute('aria-live')).toBe('off');
  });

  test('playing moves nothing on the page', async () => {
    stage = openStage(340);
    const wide = Array.from({ length: 3 }, () => [0.123, -0.456, 0.789]);
    const image = picture.map((row, i) => row.map((value, j) => (i < 2 && j < 3 ? 0 : Math.sin(value))));
    put('convolution', { image, kernels: [{ label: 'long', values: wide }] });
    await drawn('.square-frame');
    const heights = new Set<number>();
    for (let i = 0; i < 9; i++) {
      button('Step').click();
      heights.add(one('.convolution-sum').getBoundingClientRect().height);
    }
    expect(heights.size).toBe(1);
    expect(stage.container.scrollWidth).toBeLessThanOrEqual(340);
  });

  test('the reader types a kernel, goes back to a given one, and finds the own one again', async () => {
    put('convolution', sliding);
    await drawn('.kernel-inputs input');
    expect(chooserNames()).toEqual(['sum', 'edge', 'yours']);
    const [first] = inputs();
    first!.focus();
    first!.value = '3';
    first!.dispatchEvent(new Event('input', { bubbles: true }));
    expect(document.activeElement).toBe(first);
    expect(one('.chooser select', HTMLSelectElement).value).toBe('yours');
    expect(text('.convolution-sum')).toContain('3 × 6 + ');
    expect(text('.figure-summary')).toContain('“yours”');
    choose('sum');
    expect(text('.convolution-sum')).toContain(': 1 × 6 + ');
    expect(inputs()[0]!.value).toBe('1');
    choose('yours');
    expect(inputs()[0]!.value).toBe('3');
    choose('edge');
    expect(all('.kernel-inputs input')).toHaveLength(2);
    expect(text('.player-says')).toBe('place 19 of 19');
  });

  test('a fixed place has no player, yet the keys read others', async () => {
    put('convolution', { ...sliding, frame: 0, editable: false, kernels: sliding.kernels.slice(0, 1) });
    await drawn('.square-frame');
    expect([one('.player').hidden, one('.chooser').hidden, one('.kernel-editor').hidden]).toEqual([
      true,
      true,
      true,
    ]);
    expect(text('.convolution-sum')).toMatch(/^Row 0, column 0/);
    const reader = one('.square-reader');
    reader.focus();
    press(reader, 'ArrowDown');
    expect(text('.convolution-sum')).toMatch(/^Row 1, column 0/);
  });
});

const maze = {
  rows: 2,
  columns: 3,
  cells: ['free', 'wall', 'goal', 'start', 'free', 'cliff'],
  paths: [
    { label: 'short', tone: 'this', squares: [3, 4, 5] },
    { label: 'long', tone: 'other', squares: [3, 0, 3, 4, 2] },
  ],
};

describe('grid-world', () => {
  test('walls, cliff, letters and ways; played to the end, it is said where they are', async () => {
    put('grid-world', maze);
    await drawn('.way');
    expect([all('.square.wall').length, all('.square.cliff').length]).toEqual([1, 1]);
    expect(all('.square-letter').map(({ textContent }) => textContent)).toEqual(['G', 'S']);
    expect(all('.figure-key li').map(({ textContent }) => textContent)).toEqual(['short', 'long']);
    expect(text('.kept-line')).toContain('arrow keys');
    const end = one('.way').getAttribute('d');
    for (let i = 0; i < 4; i++) button('Step').click();
    expect(one('.way').getAttribute('d')).toBe(end);
    expect(text('.kept-line')).toContain('arrow keys');
    button('Step').click();
    expect(text('.kept-line')).toBe('Short: off the cliff after 2 steps. Long: at the goal after 4 steps.');
  });

  test('q-values tint and number each move, and are read square by square', async () => {
    const q = maze.cells.map((_, square) => [square, 1, 0, -1]);
    put('grid-world', { ...maze, paths: [], q, valueLabel: 'q-value' });
    await drawn('.move-number');
    expect(all('.move-number')).toHaveLength(12);
    expect(all('.move-number.best').map(({ textContent }) => textContent)).toEqual(['1', '3', '4']);
    expect(all('.square-arrow')).toHaveLength(3);
    const reader = one('.square-reader');
    reader.focus();
    press(reader, 'ArrowDown');
    expect(text('.kept-line')).toBe(
      'row 1, column 0, start · q-value 3 · goes up · up 3, right 1, down 0, left −1',
    );
    expect(one('.square-scale').textContent).toBe('q-value−14');
  });

  test('another world moves the same picture and says nothing by itself', async () => {
    put('grid-world', maze);
    await drawn('.way');
    const svg = one('svg.plane');
    put('grid-world', { rows: 1, columns: 2, cells: ['start', 'goal'], values: [0, 1] });
    expect(one('svg.plane')).toBe(svg);
    expect(all('.square-number').map(({ textContent }) => textContent)).toEqual(['0', '1']);
    expect(one('.player').hidden).toBe(true);
    expect(text('.kept-line')).toContain('arrow keys');
  });
});

const crowd = (count: number) => ({
  from: 1950,
  to: 2026,
  lanes: ['even', 'odd'],
  events: Array.from({ length: count }, (_, i) => ({
    year: 1950 + (75 * i) / count,
    title: `An event of the year with number ${i}`,
    lane: i % 2,
    tags: i % 5 === 0 ? ['fifth'] : [],
    ...(i === 3 ? { text: 'A long sentence about it. '.repeat(8) } : {}),
  })),
});
const cardTitle = () => text('.step-says:not(.kept) .step-title');

describe('timeline', () => {
  test.each([340, 700])('with 25 events at %i pixels titles lie over nothing', async (width) => {
    stage = openStage(width);
    put('timeline', crowd(25));
    await drawn('.moment');
    expect(all('.moment')).toHaveLength(25);
    const names = all('.moment-name').map((name) => name.getBoundingClientRect());
    const marks = all('.event').map((mark) => mark.getBoundingClientRect());
    expect(names.length).toBeGreaterThan(3);
    const over = (a: DOMRect, b: DOMRect) =>
      a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom;
    names.forEach((name, i) => {
      expect(names.slice(i + 1).some((other) => over(name, other))).toBe(false);
      expect(marks.some((mark) => over(name, mark))).toBe(false);
    });
    const { right } = one('svg.plane').getBoundingClientRect();
    expect(Math.max(...names.map((name) => name.right))).toBeLessThanOrEqual(right);
    expect(stage.container.scrollWidth).toBeLessThanOrEqual(width);
  });

  test('arrow keys, Earlier and Later go from event to event, and nothing moves', async () => {
    put('timeline', crowd(25));
    await drawn('.moment');
    const reader = one('.step-reader');
    expect(cardTitle()).toBe('1950 An event of the year with number 0');
    expect(button('Earlier').ariaDisabled).toBe('true');
    const height = one('.step-card').getBoundingClientRect().height;
    reader.focus();
    for (let i = 0; i < 3; i++) press(reader, 'ArrowRight');
    expect(cardTitle()).toContain('number 3');
    expect(one('.step-card').getBoundingClientRect().height).toBe(height);
    press(reader, 'End');
    expect(cardTitle()).toContain('number 24');
    expect([button('Earlier').ariaDisabled, button('Later').ariaDisabled]).toEqual(['false', 'true']);
    button('Earlier').click();
    expect(cardTitle()).toContain('number 23');
    expect(all('.moment.chosen')).toHaveLength(1);
  });

  test('a click on a mark reads its event, also where there was no room for its title', async () => {
    put('timeline', crowd(9));
    await drawn('.moment');
    const click = (mark: Element) => {
      const box = mark.getBoundingClientRect();
      one('.step-reader').dispatchEvent(
        new MouseEvent('click', { clientX: box.left + 4, clientY: box.top + 4, bubbles: true }),
      );
    };
    const marks = () => all('.event');
    click(marks()[2]!);
    expect(cardTitle()).toContain('number 4');
    expect(text('.moment.chosen .moment-name')).toBe(cardTitle().slice(5));
    click(marks()[4]!);
    expect(cardTitle()).toContain('number 8');
    expect(all('.moment.chosen')).toHaveLength(1);
    expect(all('.moment.chosen .moment-name')).toEqual([]);
  });

  test('Closer keeps the chosen event in view, and ends where nothing is closer', async () => {
    put('timeline', crowd(25));
    await drawn('.moment');
    press(one('.step-reader'), 'End');
    press(one('.step-reader'), 'ArrowLeft');
    const ends = () => [button('Closer').ariaDisabled, button('Wider').ariaDisabled];
    expect([ends(), text('.slider-value')]).toEqual([['false', 'true'], '1950–2026']);
    for (let i = 0; i < 6; i++) {
      button('Closer').click();
      expect(all('.moment.chosen')).toHaveLength(1);
    }
    expect(all('.moment').length).toBeLessThan(8);
    expect(ends()).toEqual(['true', 'false']);
    expect(all('text').filter((each) => /^\d{4}$/.test(each.textContent)).length).toBeGreaterThan(1);
    for (let i = 0; i < 6; i++) button('Wider').click();
    expect([ends(), all('.moment').length]).toEqual([['false', 'true'], 25]);
  });

  test('who has gone elsewhere looks closer there', async () => {
    put('timeline', crowd(25));
    await drawn('.moment');
    button('Closer').click();
    const slider = one('.slider input', HTMLInputElement);
    slider.value = '1000';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    expect(text('.slider-value')).toBe('1988–2026');
    button('Closer').click();
    expect(all('.moment.chosen')).toEqual([]);
    expect(Number(text('.slider-value').slice(0, 4))).toBeGreaterThan(1990);
  });

  test('a filter shows the events of a name and says how many', async () => {
    put('timeline', crowd(25));
    await drawn('.moment');
    expect(chooserNames()).toEqual(['everything', 'fifth']);
    choose('fifth');
    expect(all('.moment')).toHaveLength(5);
    expect(text('.step-says:not(.kept) .step-where')).toBe('even · 1 of 5 events of “fifth”');
    expect(one('.step-says:not(.kept)').getAttribute('aria-live')).toBe('polite');
    expect(text('.figure-summary')).toContain('5 events of “fifth”');
    choose('everything');
    expect(all('.moment')).toHaveLength(25);
  });

  test('no events, and others under the same slot', async () => {
    put('timeline', { from: 1900, to: 1910, lanes: ['nothing'], events: [] });
    await drawn('.axis');
    expect(text('.step-says:not(.kept)')).toBe('No event.');
    press(one('.step-reader'), 'ArrowRight');
    put('timeline', crowd(4));
    expect(cardTitle()).toContain('number 0');
    expect(all('.moment')).toHaveLength(4);
  });
});

const numbers = {
  rings: [
    { label: 'numbers', text: 'All on a line.', only: 'one half' },
    { label: 'whole numbers', text: 'Those without a fraction. '.repeat(6), only: 'minus three' },
    { label: 'counting numbers', text: 'Those one counts with.', example: 'seven.' },
  ],
};
const ringTitle = () => text('.step-says:not(.kept) .step-title');

describe('nested', () => {
  test('arrow keys and buttons go from ring to ring, stop at the ends, and nothing moves', async () => {
    put('nested', numbers);
    await drawn('.ring');
    expect(all('.ring-name').map(({ textContent }) => textContent)).toEqual(
      numbers.rings.map(({ label }) => label),
    );
    const reader = one('.step-reader');
    const height = one('.step-card').getBoundingClientRect().height;
    expect([ringTitle(), button('Outwards').ariaDisabled]).toEqual(['numbers', 'true']);
    reader.focus();
    press(reader, 'ArrowDown');
    expect([ringTitle(), text('.ring-name.chosen')]).toEqual(['whole numbers', 'whole numbers']);
    expect(one('.step-card').getBoundingClientRect().height).toBe(height);
    press(reader, 'End');
    press(reader, 'ArrowRight');
    expect([ringTitle(), button('Inwards').ariaDisabled]).toEqual(['counting numbers', 'true']);
    expect(text('.step-says:not(.kept)')).toContain('For example: seven.');
    button('Outwards').click();
    expect([ringTitle(), all('.ring.chosen').length]).toEqual(['whole numbers', 1]);
    expect(one('.step-says:not(.kept)').getAttribute('aria-live')).toBe('polite');
  });

  test('a click reads the innermost ring at its place', async () => {
    put('nested', numbers);
    await drawn('.ring');
    for (const i of [2, 0, 1]) {
      const box = all('.ring-name')[i]!.getBoundingClientRect();
      const place = { clientX: box.left + 4, clientY: box.top + 4, bubbles: true };
      one('.step-reader').dispatchEvent(new MouseEvent('click', place));
      expect(ringTitle()).toBe(numbers.rings[i]!.label);
    }
  });

  test.each([340, 700])(
    'at %i pixels names lie in their rings, and words beside where there is room',
    async (width) => {
      stage = openStage(width);
      put('nested', numbers);
      await drawn('.ring');
      const circles = all('.ring').map((ring) => ring.getBoundingClientRect());
      all('.ring-name').forEach((name, i) => {
        const box = name.getBoundingClientRect();
        expect(box.left).toBeGreaterThan(circles[i]!.left);
        expect(box.right).toBeLessThan(circles[i]!.right);
      });
      const { right } = one('svg.plane').getBoundingClientRect();
      const beside = all('.ring-only').map((words) => words.getBoundingClientRect());
      expect(beside).toHaveLength(width < 520 ? 0 : 2);
      for (const box of beside) {
        expect(box.left).toBeGreaterThan(circles[0]!.right);
        expect(box.right).toBeLessThanOrEqual(right);
      }
      expect(stage.container.scrollWidth).toBeLessThanOrEqual(width);
    },
  );

  test('others move the same picture; what does not fit is told', async () => {
    put('nested', { ...numbers, chosen: 1 });
    await drawn('.ring');
    expect(ringTitle()).toBe('whole numbers');
    const svg = one('svg.plane');
    put('nested', { rings: numbers.rings.slice(0, 2) });
    expect(one('svg.plane')).toBe(svg);
    expect([ringTitle(), all('.ring').length]).toEqual(['numbers', 2]);
    put('nested', { ...numbers, chosen: 7 });
    expect(text('.output-notice')).toContain('must be a ring that there is');
  });
});

test.each(['light', 'dark'])('axe finds nothing on these figures in the %s', async (theme) => {
  document.documentElement.dataset['theme'] = theme;
  const q = maze.cells.map((_, square) => [square, 1, 0, -1]);
  const shown: [string, Record<string, unknown>, string][] = [
    ['matrix', { ...confusion, values: [[-9, NaN], [3, 7]] }, '.square'],
    ['convolution', sliding, '.square-frame'],
    ['grid-world', { ...maze, q }, '.way'],
    ['timeline', crowd(25), '.moment'],
    ['nested', numbers, '.ring'],
  ]; // prettier-ignore
  for (const [name, data, selector] of shown) {
    stage = openStage();
    put(name, data);
    await drawn(selector);
    one('.figure-link').click();
    expect([name, ...(await faults(document.body))]).toEqual([name]);
  }
  delete document.documentElement.dataset['theme'];
});
