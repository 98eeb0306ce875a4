import { asNetwork, most, schema, type LayersData } from './layers-data.ts';
import { height, layersTable, reading, summarise } from './layers-summary.ts';
import { drawNetwork, placesOf } from './network-drawing.ts';
import { createPicture } from './picture.ts';
import { createSlider } from './slider.ts';
import './network.css';

export { schema };

/** A network of which the reader chooses depth and width; the parameters are counted. */
export function create(first: LayersData): {
  element: HTMLElement;
  update(data: LayersData): void;
  dispose(): void;
} {
  let data = first;
  const set = (more: Partial<LayersData>) => {
    data = { ...data, ...more };
    picture.update();
  };
  const depth = createSlider({
    label: 'hidden layers',
    min: 0,
    max: most.hidden,
    step: 1,
    value: data.hidden,
    onInput: (hidden) => set({ hidden }),
  });
  const width = createSlider({
    label: 'units in each',
    min: 1,
    max: most.units,
    step: 1,
    value: data.units,
    onInput: (units) => set({ units }),
  });
  const picture = createPicture({
    name: 'layers',
    controls: [depth.element, width.element],
    draw: (svg, wide) => {
      const network = asNetwork(data);
      const places = placesOf(network, wide, height);
      const state = { step: 0, reached: network.layers.length - 1, focus: null };
      svg.replaceChildren(...drawNetwork(network, places, state));
      return height;
    },
    words: () => ({ summary: summarise(data), reading: reading(data), table: layersTable(data) }),
  });
  return {
    element: picture.element,
    update: (next) => {
      data = next;
      depth.set(next.hidden);
      width.set(next.units);
      picture.update();
    },
    dispose: picture.dispose,
  };
}
