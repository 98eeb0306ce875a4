import { beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { InputSpec, InputValue } from '../../src/kernel/protocol.ts';
import { faults, openStage } from './outputs-stage.ts';

let stage = openStage();
beforeEach(() => {
  stage = openStage();
});
const ask = (spec: InputSpec, value: InputValue = spec.value) => {
  stage.view.put(0, { kind: 'input', spec, value });
};
function find(selector: string): HTMLElement;
function find<T extends Element>(selector: string, kind: new () => T): T;
function find(selector: string, kind: new () => Element = Element): Element {
  const element = stage.container.querySelector(selector);
  if (!(element instanceof kind)) throw new TypeError(`There is no ${selector}.`);
  return element;
}
const press = (key: string, options: KeyboardEventInit = {}) => {
  document.activeElement!.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }),
  );
};
const last = () => stage.entered.at(-1)?.value;

const rate: InputSpec = { type: 'number', name: 'learning rate', min: 0, max: 1, step: 0.05, value: 0.1 };
const options: InputSpec = { type: 'choice', name: 'optimiser', options: ['sgd', 'adam'], value: 'sgd' };
const plane: InputSpec = {
  type: 'points',
  name: 'points',
  x: [0, 10],
  y: [0, 10],
  classes: ['a', 'b'],
  max: 3,
  value: [],
};
const digit: InputSpec = { type: 'drawing', name: 'digit', width: 8, height: 8, value: [] };

describe('number', () => {
  test('a slider moved with the keyboard enters the number, and box and slider agree', async () => {
    ask(rate, 0.3);
    const slider = find('[type=range]', HTMLInputElement);
    slider.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await vi.waitFor(() => {
      expect(last()).toBe(0.4);
    });
    expect(find('[type=number]', HTMLInputElement).value).toBe('0.4');
  });

  test('the box takes an exact number, within the range', async () => {
    ask(rate);
    const box = find('[type=number]', HTMLInputElement);
    await userEvent.fill(box, '0.123');
    await userEvent.keyboard('{Enter}');
    expect(last()).toBe(0.123);
    await userEvent.fill(box, '7');
    await userEvent.keyboard('{Enter}');
    expect(last()).toBe(1);
    expect(find('[type=range]', HTMLInputElement).value).toBe('1');
  });

  test('many moves are told less often, the last one always', async () => {
    ask(rate);
    const slider = find('[type=range]', HTMLInputElement);
    for (let i = 1; i <= 20; i++) {
      slider.value = String(i / 20);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }
    await vi.waitFor(() => {
      expect(last()).toBe(1);
    });
    expect(stage.entered.length).toBeLessThan(5);
  });

  test('asked again, it stays as it is under the hand and follows otherwise', () => {
    ask(rate, 0.3);
    const slider = find('[type=range]', HTMLInputElement);
    slider.focus();
    ask(rate, 0.9);
    expect(find('[type=range]')).toBe(slider);
    expect(document.activeElement).toBe(slider);
    expect(slider.value).toBe('0.3');
    slider.blur();
    ask(rate, 0.9);
    expect(slider.value).toBe('0.9');
  });

  test('a new run leaves the control and its focus in place', () => {
    ask(rate, 0.3);
    const slider = find('[type=range]', HTMLInputElement);
    slider.focus();
    stage.view.clear();
    ask(rate, 0.3);
    stage.view.finish();
    expect(document.activeElement).toBe(slider);
  });

  test('damaged work counts as not entered', () => {
    ask(rate, 'nonsense');
    expect(find('[type=range]', HTMLInputElement).value).toBe('0.1');
  });
});

describe('choice', () => {
  test('few options are radio buttons, many a list', async () => {
    ask(options, 'adam');
    expect(find('[value=adam]', HTMLInputElement).checked).toBe(true);
    await userEvent.click(find('[value=sgd]'));
    expect(last()).toBe('sgd');
    const many: InputSpec = {
      type: 'choice',
      name: 'city',
      options: ['a', 'b', 'c', 'd', 'e', 'f'],
      value: 'a',
    };
    ask(many, 'c');
    expect(find('select', HTMLSelectElement).value).toBe('c');
    await userEvent.selectOptions(find('select'), 'e');
    expect(last()).toBe('e');
  });

  test('an option that no longer exists falls back', () => {
    ask(options, 'rmsprop');
    expect(find('[value=sgd]', HTMLInputElement).checked).toBe(true);
  });
});

describe('answers', () => {
  const cats: InputSpec = { type: 'answers', name: 'a cat?', options: ['yes', 'no'], max: 3, value: [] };
  const press = (name: string) =>
    userEvent.click(
      [...stage.container.querySelectorAll('button')].find((each) => each.textContent === name)!,
    );

  test('each press adds an answer, the last one can be taken back, and there is an end', async () => {
    ask(cats);
    await press('yes');
    await press('no');
    expect(last()).toEqual([0, 1]);
    expect(find('output').textContent).toBe('2 of 3 answered');
    await press('Take back');
    expect(last()).toEqual([0]);
    await press('no');
    await press('no');
    expect(last()).toEqual([0, 1, 1]);
    const before = stage.entered.length;
    // Not `disabled`, so a press arrives; it changes nothing.
    find('.input-buttons button', HTMLButtonElement).click();
    expect(stage.entered).toHaveLength(before);
    expect(find('.input-buttons button').ariaDisabled).toBe('true');
  });

  test('what was answered before is there again; damaged work counts as not answered', () => {
    ask(cats, [0, 1, 1]);
    expect(find('output').textContent).toBe('3 of 3 answered');
    ask(cats, [0, 7]);
    expect(find('output').textContent).toBe('1 of 3 answered');
    ask(cats, 'nonsense');
    expect(find('output').textContent).toBe('0 of 3 answered');
  });
});

test('text is entered after a pause or on leaving, once', async () => {
  ask({ type: 'text', name: 'name', value: '', maxLength: 5 });
  await userEvent.type(find('input'), 'abcdefgh');
  await vi.waitFor(() => {
    expect(stage.entered.map(({ value }) => value)).toEqual(['abcde']);
  });
  find('input', HTMLInputElement).blur();
  expect(stage.entered).toHaveLength(1);
});

describe('points', () => {
  const point = () => stage.container.querySelectorAll('.class-point');

  test('are added, moved, selected and removed with the keyboard', async () => {
    ask(plane);
    find('svg', SVGElement).focus();
    press('Enter');
    press('ArrowRight');
    press('ArrowUp', { shiftKey: true });
    await vi.waitFor(() => {
      expect(last()).toEqual([{ x: 5.2, y: 5.02, class: 0 }]);
      expect(point()).toHaveLength(1);
    });
    press('Enter');
    press('PageUp');
    press('ArrowLeft');
    press('Delete');
    await vi.waitFor(() => {
      expect(last()).toEqual([{ x: 5, y: 5, class: 0 }]);
    });
    expect(find('svg').getAttribute('aria-label')).toContain('Point 1 of 1: x 5, y 5, a');
  });

  test('are added by a click and dragged', async () => {
    ask(plane);
    await vi.waitFor(() => {
      expect(find('svg').getAttribute('viewBox')).not.toBeNull();
    });
    const svg = find('svg', SVGSVGElement);
    const box = svg.getBoundingClientRect();
    const send = (type: string, x: number, y: number) =>
      svg.dispatchEvent(
        new PointerEvent(type, { clientX: box.left + x, clientY: box.top + y, bubbles: true, pointerId: 1 }),
      );
    svg.setPointerCapture = () => undefined;
    send('pointerdown', 100, 100);
    send('pointerup', 100, 100);
    await vi.waitFor(() => {
      expect(last()).toHaveLength(1);
    });
    const [before] = last() as { x: number; y: number }[];
    send('pointerdown', 103, 98);
    send('pointermove', 200, 100);
    send('pointerup', 200, 100);
    await vi.waitFor(() => {
      expect((last() as { x: number }[])[0]!.x).toBeGreaterThan(before!.x + 1);
    });
    expect(last()).toHaveLength(1);
  });

  test('get the chosen class and can be written in the list', async () => {
    ask(plane, [{ x: 1, y: 1, class: 0 }]);
    find('details', HTMLDetailsElement).open = true;
    await vi.waitFor(() => {
      expect(stage.container.querySelectorAll('.points-rows li')).toHaveLength(1);
    });
    await userEvent.click(find('.input-classes [value="1"]'));
    await userEvent.click(find('.input-buttons button'));
    await vi.waitFor(() => {
      expect(last()).toEqual([
        { x: 1, y: 1, class: 0 },
        { x: 5, y: 5, class: 1 },
      ]);
    });
    const field = find('[aria-label="x of point 1"]', HTMLInputElement);
    await userEvent.fill(field, '9');
    await userEvent.keyboard('{Tab}');
    await vi.waitFor(() => {
      expect((last() as { x: number }[])[0]!.x).toBe(9);
    });
  });
});

describe('drawing', () => {
  test('the keyboard moves, inks and wipes', async () => {
    ask(digit);
    find('canvas', HTMLCanvasElement).focus();
    press('ArrowLeft');
    press(' ');
    await vi.waitFor(() => {
      const grey = last() as number[];
      expect(grey).toHaveLength(64);
      expect(grey.flatMap((share, i) => (share > 0 ? [i] : []))).toEqual([4 * 8 + 3]);
    });
    press('Backspace');
    await vi.waitFor(() => {
      expect((last() as number[]).every((share) => share === 0)).toBe(true);
    });
  });

  test('a pointer draws a stroke; Clear empties the sheet', async () => {
    ask(digit);
    const canvas = find('canvas', HTMLCanvasElement);
    canvas.setPointerCapture = () => undefined;
    const box = canvas.getBoundingClientRect();
    for (const [type, x] of [
      ['pointerdown', 0.2],
      ['pointermove', 0.8],
      ['pointerup', 0.8],
    ] as const)
      canvas.dispatchEvent(
        new PointerEvent(type, {
          clientX: box.left + x * box.width,
          clientY: box.top + box.height / 2,
          bubbles: true,
        }),
      );
    await vi.waitFor(() => {
      expect((last() as number[]).filter((share) => share > 0.5).length).toBeGreaterThan(4);
    });
    await userEvent.click(find('button'));
    await vi.waitFor(() => {
      expect((last() as number[]).every((share) => share === 0)).toBe(true);
    });
  });
});

describe('file', () => {
  const choose = (file: File) => {
    const chooser = find('[type=file]', HTMLInputElement);
    const list = new DataTransfer();
    list.items.add(file);
    chooser.files = list.files;
    chooser.dispatchEvent(new Event('change', { bubbles: true }));
  };

  test('is read here, and its name and size are said', async () => {
    ask({ type: 'file', name: 'data', accept: '.csv', value: null });
    choose(new File(['1,2\n'], 'a.csv'));
    await vi.waitFor(() => {
      expect(find('.input-says').textContent).toBe('a.csv, 4 B. It is read in this page and sent nowhere.');
    });
    const value = last() as { name: string; bytes: ArrayBuffer };
    expect([value.name, new TextDecoder().decode(value.bytes)]).toEqual(['a.csv', '1,2\n']);
  });

  test('beyond 8 MB is refused', async () => {
    ask({ type: 'file', name: 'data', accept: '', value: null });
    choose(new File([new Uint8Array(8_388_609)], 'big.bin'));
    await vi.waitFor(() => {
      expect(find('.input-says').textContent).toContain('at most 8.39 MB');
    });
    expect(stage.entered).toEqual([]);
  });
});

test.each(['light', 'dark'])(
  'axe finds nothing on the inputs in the %s, and every target is 24 pixels',
  async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    const specs: InputSpec[] = [
      rate,
      options,
      { type: 'choice', name: 'city', options: ['a', 'b', 'c', 'd', 'e', 'f'], value: 'a' },
      { type: 'answers', name: 'a cat?', options: ['yes', 'no'], max: 3, value: [] },
      { type: 'text', name: 'name', value: '', maxLength: 50 },
      { ...plane, value: [{ x: 1, y: 1, class: 0 }] },
      digit,
      { type: 'file', name: 'data', accept: '', value: null },
    ];
    specs.forEach((spec, slot) => {
      stage.view.put(slot, { kind: 'input', spec, value: spec.value });
    });
    find('details', HTMLDetailsElement).open = true;
    await vi.waitFor(() => {
      expect(find('.points-rows li').isConnected).toBe(true);
    });
    expect(await faults(document.body)).toEqual([]);
    const targets = stage.container.querySelectorAll<HTMLElement>(
      'button, select, summary, input:not([type=radio]), label:has(> [type=radio])',
    );
    const small = [...targets].filter((target) => target.offsetHeight < 24 || target.offsetWidth < 24);
    expect(small.map((target) => target.outerHTML)).toEqual([]);
    delete document.documentElement.dataset['theme'];
  },
);
