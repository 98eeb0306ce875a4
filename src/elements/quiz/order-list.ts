import { freshId, make } from '../../figures/make.ts';
import { partsOf, type AnswerControl, type ControlParts } from './answer-control.ts';
import { moveTo } from './order-move.ts';
import { letDrag } from './order-drag.ts';
import { letGrab } from './order-grab.ts';
import { spoken } from './spoken.ts';
import { putVerdict } from './verdict.ts';

/** A list to put in order: by buttons, by arrow keys with an item in hand, or by dragging. */
export function createOrderList({ root, changed, say }: ControlParts<'order'>): AnswerControl {
  const parts = partsOf(root);
  const list = root.querySelector<HTMLElement>('ol.order');
  const first = [...parts.keys()];
  const keys = (): string[] =>
    [...(list?.children ?? [])].map((item) => (item as HTMLElement).dataset['part'] ?? '');
  const arrange = (order: readonly string[]): void => {
    order.forEach((name) => {
      const item = parts.get(name);
      if (item) list?.append(item);
    });
    if (list) refresh(list);
  };
  if (list) {
    const moved = (): void => {
      refresh(list);
      changed();
    };
    for (const item of parts.values()) addButtons(list, item, moved, say);
    letDrag(list, moved);
    refresh(list);
  }
  return {
    read: () => ({ answer: keys() }),
    write(answer) {
      if (Array.isArray(answer)) arrange(answer.filter((each) => typeof each === 'string'));
    },
    clear: () => arrange(first),
    mark(mark, shown) {
      for (const [name, item] of parts) {
        const right = mark.parts[name] ?? false;
        const row = item.querySelector('.order-text');
        putVerdict(
          item,
          { right, word: right ? (shown ? 'Here' : 'Right place') : 'Not here', explained: right },
          row,
        );
      }
    },
  };
}

function addButtons(
  list: HTMLElement,
  item: HTMLElement,
  moved: () => void,
  say: (text: string) => void,
): void {
  const text = item.querySelector('.order-text');
  const name = text ? spoken(text) : '';
  const grab = make('button', { type: 'button', class: 'order-grab', 'aria-pressed': 'false' });
  const step = (label: string, sign: string, by: number): HTMLButtonElement => {
    const button = make(
      'button',
      { type: 'button', class: 'order-step', 'aria-label': `${label}: ${name}` },
      sign,
    );
    button.addEventListener('click', () => {
      moveTo(list, item, placeOf(list, item) + by);
      moved();
      say(placeWords(list, item));
      // A button at the end of its way hands the focus to its fellow.
      if (button.ariaDisabled === 'true')
        item.querySelector<HTMLElement>('.order-step:not([aria-disabled="true"])')?.focus();
    });
    return button;
  };
  grab.append(make('span', { 'aria-hidden': 'true' }, '⠿'));
  grab.setAttribute('aria-label', `Move with the arrow keys: ${name}`);
  grab.id = freshId('grab');
  letGrab(grab, {
    place: () => placeOf(list, item),
    move(place) {
      moveTo(list, item, place);
      moved();
      return placeWords(list, item);
    },
    say,
  });
  const row = item.querySelector('.order-row');
  row?.prepend(grab);
  row?.append(make('span', { class: 'order-steps' }, step('Move up', '↑', -1), step('Move down', '↓', 1)));
}

const placeOf = (list: HTMLElement, item: HTMLElement): number => [...list.children].indexOf(item);

const placeWords = (list: HTMLElement, item: HTMLElement): string =>
  `Place ${placeOf(list, item) + 1} of ${list.children.length}.`;

/** The first cannot go up, the last cannot go down; both stay reachable, so that no focus is lost. */
function refresh(list: HTMLElement): void {
  const items = [...list.children];
  items.forEach((item, place) => {
    const [up, down] = item.querySelectorAll('.order-step');
    up?.setAttribute('aria-disabled', String(place === 0));
    down?.setAttribute('aria-disabled', String(place === items.length - 1));
  });
}
