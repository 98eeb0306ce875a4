import { everyFrame, nameOfLayer, schema, valuesAt, type NetworkData } from './network-data.ts';
import { drawNetwork, placesOf, type State } from './network-drawing.ts';
import { describeUnit, heightOf, reading, summarise, table } from './network-summary.ts';
import { createPicture } from './picture.ts';
import { createPlayer } from './player.ts';
import { createStepper } from './stepper.ts';
import { createUnitStops } from './unit-stops.ts';
import './network.css';

export { schema };

/** Layers of units with their weights: the forward pass by steps, a training by a player. */
export function create(first: NetworkData): {
  element: HTMLElement;
  update(data: NetworkData): void;
  dispose(): void;
} {
  let data = first;
  let ready = false;
  let focus: State['focus'] = null;

  /** Whether it is known what comes out of every layer. */
  const passes = () => valuesAt(data, everyFrame(data).length - 1).every(Boolean);
  const said = () =>
    focus === null ? reading(data) : describeUnit(data, player.step, focus.layer, focus.unit, 4);
  const redraw = () => {
    if (ready) picture.redraw();
  };
  const stepper = createStepper({
    label: 'Forward pass',
    says: (place) => `${place + 1} of ${data.layers.length}: ${nameOfLayer(data, place)}`,
    onStep: redraw,
  });
  const player = createPlayer(redraw, { label: 'Training' });
  const stops = createUnitStops({
    say: (layer, unit) => describeUnit(data, player.step, layer, unit),
    look: (at) => {
      focus = at;
      picture.update();
    },
  });

  const draw = (svg: SVGSVGElement, width: number): number => {
    const height = heightOf(data);
    const places = placesOf(data, width, height);
    const state = { step: player.step, reached: passes() ? stepper.place : data.layers.length - 1, focus };
    svg.replaceChildren(...drawNetwork(data, places, state));
    stops.place(places);
    return height;
  };
  const picture = createPicture({
    name: 'network',
    controls: [stepper.element, player.element],
    over: stops.element,
    draw,
    words: () => ({ summary: summarise(data), reading: said(), table: table(data) }),
  });
  const setUp = () => {
    const steps = everyFrame(data).length;
    stepper.setCount(passes() ? data.layers.length : 1);
    player.setLast(Math.max(0, steps - 1));
  };
  setUp();
  ready = true;
  return {
    element: picture.element,
    update: (next) => {
      data = next;
      focus = null;
      setUp();
      picture.update();
    },
    dispose: () => {
      player.dispose();
      picture.dispose();
    },
  };
}
