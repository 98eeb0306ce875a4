import { make, makeSvg } from './make.ts';
import { schema, type NestedData, type Ring } from './nested-data.ts';
import { circlesFor, ringAt, wideFrom, type Circle } from './nested-sizes.ts';
import { linesOf, longestRing, nestedTable, summarise, whereIs } from './nested-summary.ts';
import { createPicture } from './picture.ts';
import { createReader, createStepCard } from './step-card.ts';
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

  const reader = createReader('nested rings', 'Rings. Up and down arrow keys go outwards and inwards.');
  const card = createStepCard(['Outwards', 'Inwards'], (step) => go(step));

  function tell(): void {
    const ends = { first: chosen === 0, last: chosen === data.rings.length - 1 };
    card.show(paragraphs(data.rings[chosen], whereIs(data, chosen)), ends);
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
      ...circles.flatMap((circle, i) =>
        drawRing(data.rings[i], circle, { chosen: i === chosen, innermost: i === circles.length - 1 }),
      ),
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
    under: [card.element],
    draw,
    words: () => ({ summary: summarise(data), table: nestedTable(data) }),
  });
  const setUp = () => {
    card.keepRoom(paragraphs(longestRing(data), '…'));
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

function drawRing(
  ring: Ring | undefined,
  { x, y, r, nameAt }: Circle,
  { chosen, innermost }: { chosen: boolean; innermost: boolean },
): SVGElement[] {
  const lines = innermost ? inTwo(ring?.label ?? '') : [ring?.label ?? ''];
  const name = makeSvg('text', { class: chosen ? 'ring-name chosen' : 'ring-name', 'text-anchor': 'middle' });
  name.append(
    ...lines.map((line, i) => {
      const at = nameAt + 4 + (i - (lines.length - 1) / 2) * 16;
      return makeSvg('tspan', { x, y: at }, i === 0 ? line : ` ${line}`);
    }),
  );
  return [makeSvg('circle', { class: chosen ? 'ring chosen' : 'ring', cx: x, cy: y, r: r - 1 }), name];
}

/** A long name in two lines of about the same length, for the ring in which there is least room. */
function inTwo(name: string): string[] {
  const blanks = [...name.matchAll(/ /g)].map(({ index }) => index);
  const [middle] = blanks.sort((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2));
  return name.length <= 13 || middle === undefined ? [name] : [name.slice(0, middle), name.slice(middle + 1)];
}

/** What lies in this ring only, beside it, with a line to where it lies. */
function drawBeside(ring: Ring | undefined, circle: Circle, outer: Circle | undefined): SVGElement[] {
  if (ring?.only === undefined || outer === undefined) return [];
  const { x, y, r, nameAt } = circle;
  // Below the name where that stands in the middle.
  const at = nameAt === y ? y + r * 0.6 : nameAt;
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
        make('p', { class: 'step-title' }, make('strong', {}, ring.label)),
        make('p', { class: 'step-where' }, where),
        ...linesOf(ring).map((line) => make('p', {}, line)),
      ];
