import { makeSvg } from './make.ts';
import { schema, type NeuronData, type NeuronPlace } from './neuron-data.ts';
import { describePart, height, neuronTable, summarise, wideFrom } from './neuron-summary.ts';
import { createPicture } from './picture.ts';
import { createStepper } from './stepper.ts';
import './neuron.css';

export { schema };

/** A nerve cell and a unit side by side; the part that the reader has come to is lit in both. */
export function create(first: NeuronData): {
  element: HTMLElement;
  update(data: NeuronData): void;
  dispose(): void;
} {
  let data = first;
  let ready = false;
  const stepper = createStepper({
    label: 'Parts',
    fromStart: true,
    says: (place) => `Part ${place + 1} of ${data.parts.length}`,
    onStep: () => {
      if (ready) picture.update();
    },
  });
  const picture = createPicture({
    name: 'neuron',
    controls: [stepper.element],
    draw: (svg, width) => {
      const lit = data.parts[stepper.place]?.in;
      const stacked = width < wideFrom;
      const wide = stacked ? width : (width - 16) / 2;
      svg.replaceChildren(
        panel('A nerve cell', cell, lit, wide),
        makeSvg(
          'g',
          { transform: stacked ? `translate(0 ${height})` : `translate(${wide + 16} 0)` },
          panel('A unit', unit, lit, wide),
        ),
      );
      return stacked ? 2 * height : height;
    },
    words: () => ({
      summary: summarise(data),
      reading: describePart(data, stepper.place),
      table: neuronTable(data),
    }),
  });
  stepper.setCount(data.parts.length);
  ready = true;
  return {
    element: picture.element,
    update: (next) => {
      data = next;
      stepper.setCount(data.parts.length);
      picture.update();
    },
    dispose: picture.dispose,
  };
}

type Drawing = Record<NeuronPlace, () => SVGElement[]>;

/** A drawing of 300 by 170 in a panel of its own, under its name. */
function panel(name: string, drawing: Drawing, lit: NeuronPlace | undefined, wide: number): SVGGElement {
  const scale = Math.min(1, wide / 300);
  const parts = Object.entries(drawing).map(([place, draw]) =>
    makeSvg('g', { class: 'part', 'data-lit': String(place === lit) }, ...draw()),
  );
  const left = (wide - 300 * scale) / 2;
  const top = 24 + (170 * (1 - scale)) / 2;
  return makeSvg(
    'g',
    {},
    makeSvg('text', { class: 'panel-name', x: wide / 2, y: 12, 'text-anchor': 'middle' }, name),
    makeSvg('g', { transform: `translate(${left} ${top}) scale(${scale})` }, ...parts),
  );
}

const line = (d: string, name = '') => makeSvg('path', { d, class: name });
const bead = (cx: number, cy: number, r = 5) => makeSvg('circle', { cx, cy, r, class: 'bead' });
const word = (x: number, y: number, text: string) => makeSvg('text', { x, y }, text);

const cell: Drawing = {
  dendrites: () => [
    line('M22 18 C50 30 62 46 84 66 M52 14 C56 30 62 40 68 50'),
    line('M12 62 C36 60 54 70 74 78 M26 84 C40 78 50 74 60 73'),
    line('M14 128 C38 124 54 112 76 98 M22 104 C40 106 50 108 58 109'),
    line('M48 158 C58 140 68 124 86 108 M82 160 C80 144 80 132 82 116'),
  ],
  axon: () => [
    line('M140 88 H238'),
    ...[150, 174, 198, 222].map((x) =>
      makeSvg('rect', { class: 'solid', x, y: 81, width: 18, height: 14, rx: 7 }),
    ),
    line('M240 88 C258 86 264 66 284 56 M240 88 C258 88 268 88 288 88 M240 88 C258 90 264 112 284 122'),
  ],
  body: () => [
    line(
      'M76 74 C86 54 112 56 120 74 C126 84 126 92 120 102 C110 120 84 120 76 102 C70 92 70 84 76 74 Z',
      'solid',
    ),
    makeSvg('circle', { cx: 98, cy: 88, r: 9 }),
  ],
  threshold: () => [line('M121 76 C128 84 134 86 142 86 V90 C134 90 128 92 121 100 Z', 'solid')],
  synapses: () => [[22, 18], [52, 14], [12, 62], [26, 84], [14, 128], [22, 104], [48, 158], [82, 160]].map(([x = 0, y = 0]) => bead(x, y)), // prettier-ignore
};

const rows = [20, 64, 108, 152];

const unit: Drawing = {
  dendrites: () => rows.flatMap((y, i) => [word(12, y + 4, `x${'₁₂₃₄'[i] ?? ''}`), line(`M26 ${y} L112 88`)]),
  axon: () => [line('M218 88 H276 M268 82 L276 88 L268 94'), word(288, 92, 'y')],
  body: () => [makeSvg('circle', { class: 'solid', cx: 136, cy: 88, r: 25 }), word(136, 94, 'sum')],
  threshold: () => [
    line('M161 88 H176'),
    makeSvg('rect', { class: 'solid', x: 176, y: 67, width: 42, height: 42, rx: 8 }),
    line('M184 100 H197 L210 76'),
  ],
  synapses: () =>
    rows.flatMap((y, i) => {
      const [x, at] = [60, y + (34 / 86) * (88 - y)];
      return [bead(x, at), word(x + 2, at - 9, `w${'₁₂₃₄'[i] ?? ''}`)];
    }),
};
