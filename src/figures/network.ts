import { everyFrame, nameOfLayer, schema, valuesAt, type NetworkData } from './network-data.ts';
import { drawNetwork, placesOf, type State } from './network-drawing.ts';
import { describeMoment, hasPhases, momentAt, momentsOf, movesAt, type Moment } from './network-phases.ts';
import { describeUnit, heightOf, reading, summarise, table } from './network-summary.ts';
import { createPicture } from './picture.ts';
import { createPlayer } from './player.ts';
import { createStepper } from './stepper.ts';
import { createUnitStops } from './unit-stops.ts';
import './network.css';

export { schema };

/** Layers of units with their weights: the forward pass by steps, a training by a player, or both in turn. */
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
  const moment = () => momentAt(data, phases.step);
  const step = () => (hasPhases(data) ? moment().step : player.step);
  const said = () => {
    if (focus !== null) return describeUnit(data, step(), focus.layer, focus.unit, 4);
    return hasPhases(data) ? describeMoment(data, moment()) : reading(data);
  };
  const redraw = () => {
    if (ready) picture.redraw();
  };
  const stepper = createStepper({
    label: 'Forward pass',
    says: (place) => `${place + 1} of ${data.layers.length}: ${nameOfLayer(data, place)}`,
    onStep: redraw,
  });
  const player = createPlayer(redraw, { label: 'Training' });
  const phases = createPlayer(
    () => {
      if (ready) picture.update();
    },
    { label: 'Forward pass and update in turn', noun: 'moment', pace: 1_200 },
  );
  const stops = createUnitStops({
    say: (layer, unit) => describeUnit(data, step(), layer, unit),
    look: (at) => {
      focus = at;
      picture.update();
    },
  });

  const draw = (svg: SVGSVGElement, width: number): number => {
    const height = heightOf(data);
    const places = placesOf(data, width, height);
    const state = hasPhases(data)
      ? { ...inPhase(data, moment()), focus }
      : { step: player.step, reached: passes() ? stepper.place : data.layers.length - 1, focus };
    svg.replaceChildren(...drawNetwork(data, places, state));
    stops.place(places);
    return height;
  };
  const picture = createPicture({
    name: 'network',
    controls: [stepper.element, player.element, phases.element],
    over: stops.element,
    draw,
    words: () => ({ summary: summarise(data), reading: said(), table: table(data) }),
  });
  const setUp = () => {
    const steps = everyFrame(data).length;
    const both = hasPhases(data);
    stepper.setCount(!both && passes() ? data.layers.length : 1);
    player.setLast(both ? 0 : Math.max(0, steps - 1));
    phases.setLast(both ? momentsOf(data) - 1 : 0);
    // A story begins at its beginning.
    phases.go(0);
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
      phases.dispose();
      picture.dispose();
    },
  };
}

/** How a moment is drawn. */
function inPhase(data: NetworkData, { step, reached, updating }: Moment): Omit<State, 'focus'> {
  if (!updating) return { step, reached, told: reached };
  const change = new Map(
    movesAt(data, step).map(({ gap, from, to, before, after }) => [
      `${gap} ${from} ${to}`,
      Math.abs(after - before),
    ]),
  );
  const half = Math.max(...change.values()) / 2;
  return { step, reached, moved: (gap, from, to) => (change.get(`${gap} ${from} ${to}`) ?? 0) >= half };
}
