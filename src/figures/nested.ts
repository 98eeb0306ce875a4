import { make, makeSvg } from './make.ts';
import { schema, type NestedData, type Ring } from './nested-data.ts';
import { circlesFor, ringAt, wideFrom, type Circle } from './nested-sizes.ts';
import { linesOf, longestRing, nestedTable, summarise, whereIs } from './nested-summary.ts';
import { createPicture } from './picture.ts';
import './nested.css';

export { schema };

/** Sets within sets as rings; each can be read, by pointer, keys or buttons. */
export function create(first: NestedData): {
  element: HTMLElement;
  update(data: NestedData): void;
  dispose(): void;
} {
  let data = first;
  let chosen = first.chosen ?? 0;
  let circles: readonly Circle[] = [];

  const reader = make('div', {
    class: 'nested-reader',
    tabindex: 0,
    role: 'application',
    'aria-roledescription': 'nested rings',
    'aria-label': 'Rings. Up and down arrow keys go outwards and inwards.',
  });
  const button = (text: string, step: number) => {
    const made = make('button', { type: 'button', class: 'figure-button quiet' }, text);
    made.addEventListener('click', () => go(step));
    return made;
  };
  const [outwards, inwards] = [button('Outwards', -1), button('Inwards', 1)];
  const says = make('div', { class: 'nested-says', 'aria-live': 'polite', 'aria-atomic': 'true' });
  const kept = make('div', { class: 'nested-says kept', 'aria-hidden': true });
  const card = make(
    'div',
    { class: 'nested-card' },
    make('div', { class: 'nested-text' }, kept, says),
    make('div', { class: 'nested-buttons' }, outwards, inwards),
  );

  function tell(): void {
    // Not `disabled`: the button that was just pressed would lose the focus.
    outwards.ariaDisabled = String(chosen === 0);
    inwards.ariaDisabled = String(chosen === data.rings.length - 1);
    says.replaceChildren(...paragraphs(data.rings[chosen], whereIs(data, chosen)));
  }

  function choose(index: number): void {
    const next = Math.min(data.rings.length - 1, Math.max(0, index));
    if (next === chosen) return;
    chosen = next;
    tell();
    picture.redraw();
  }
  const go = (step: number): void => choose(chosen + step);

  reader.addEventListener('keydown', (event) => {
    const steps: Record<string, number> = {
      ...{ ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 },
      ...{ Home: -9, End: 9 },
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    go(step);
  });
  reader.addEventListener('click', ({ offsetX, offsetY }) => {
    const found = ringAt(circles, offsetX, offsetY);
    if (found >= 0) choose(found);
  });

  const draw = (svg: SVGSVGElement, width: number): number => {
    circles = circlesFor(data.rings.length, width);
    svg.replaceChildren(
      ...circles.flatMap((circle, i) => drawRing(data.rings[i], circle, i === chosen)),
      ...(width < wideFrom
        ? []
        : circles.flatMap((circle, i) => drawBeside(data.rings[i], circle, circles[0]))),
    );
    const [outer] = circles;
    return outer === undefined ? 0 : outer.y + outer.r + 2;
  };
  const picture = createPicture({
    name: 'nested',
    over: reader,
    under: [card],
    draw,
    words: () => ({ summary: summarise(data), table: nestedTable(data) }),
  });
  const setUp = () => {
    kept.replaceChildren(...paragraphs(longestRing(data), '…'));
    tell();
  };
  setUp();
  return {
    element: picture.element,
    update: (next) => {
      data = next;
      chosen = next.chosen ?? 0;
      setUp();
      picture.update();
    },
    dispose: picture.dispose,
  };
}

function drawRing(ring: Ring | undefined, { x, y, r, nameAt }: Circle, isChosen: boolean): SVGElement[] {
  return [
    makeSvg('circle', { class: isChosen ? 'ring chosen' : 'ring', cx: x, cy: y, r: r - 1 }),
    makeSvg(
      'text',
      { class: isChosen ? 'ring-name chosen' : 'ring-name', x, y: nameAt + 4, 'text-anchor': 'middle' },
      ring?.label ?? '',
    ),
  ];
}

/** What lies in this ring only, beside it, with a line to where it lies. */
function drawBeside(ring: Ring | undefined, circle: Circle, outer: Circle | undefined): SVGElement[] {
  if (ring?.only === undefined || outer === undefined) return [];
  const { x, y, r, nameAt } = circle;
  // Below the name where that stands in the middle.
  const at = nameAt === y ? y + r * 0.5 : nameAt;
  const from = x + Math.sqrt(Math.max(0, r ** 2 - (at - y) ** 2)) - 12;
  const to = outer.x + outer.r + 22;
  return [
    makeSvg('line', { class: 'ring-line', x1: from, x2: to, y1: at, y2: at }),
    makeSvg('circle', { class: 'ring-dot', cx: from, cy: at, r: 3 }),
    makeSvg('text', { class: 'ring-only', x: to + 8, y: at + 4 }, ring.only),
  ];
}

const paragraphs = (ring: Ring | undefined, where: string): HTMLElement[] =>
  ring === undefined
    ? []
    : [
        make('p', { class: 'nested-title' }, make('strong', {}, ring.label)),
        make('p', { class: 'nested-where' }, where),
        ...linesOf(ring).map((line) => make('p', {}, line)),
      ];
