import type { Point } from './labels.ts';
import { make, setAttributes } from './make.ts';

/**
 * The units of a network for keyboard and ears: one stop of the Tab key, arrows go up and down in a layer and left and
 * right between layers. A pointer on a unit looks at it as well.
 */
export interface UnitStops {
  readonly element: HTMLElement;
  place(places: readonly (readonly Point[])[]): void;
}

export interface UnitStopsSpec {
  say(layer: number, unit: number): string;
  /** `null` when none is looked at any more. */
  look(at: { layer: number; unit: number } | null): void;
}

export function createUnitStops({ say, look }: UnitStopsSpec): UnitStops {
  const element = make('div', {
    class: 'handles units-stops',
    role: 'group',
    'aria-label': 'Units: arrow keys go from one to the next',
  });
  let stops: HTMLElement[][] = [];
  let current = { layer: 0, unit: 0 };

  const choose = (layer: number, unit: number) => {
    current = { layer, unit };
    stops.forEach((list, i) => {
      list.forEach((stop, k) => (stop.tabIndex = i === layer && k === unit ? 0 : -1));
    });
  };
  const go = (layer: number, unit: number) => {
    const list = stops[layer];
    list?.[Math.min(list.length - 1, Math.max(0, unit))]?.focus();
  };
  const create = (layer: number, unit: number) => {
    const stop = make('div', { class: 'handle', role: 'img' });
    stop.addEventListener('focus', () => {
      choose(layer, unit);
      look({ layer, unit });
    });
    stop.addEventListener('blur', () => look(null));
    stop.addEventListener('pointerenter', () => look({ layer, unit }));
    stop.addEventListener('pointerleave', () =>
      look(document.activeElement === stop ? { layer, unit } : null),
    );
    stop.addEventListener('keydown', (event) => {
      const move = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
      if (move === undefined) return;
      event.preventDefault();
      go(layer + (move[0] ?? 0), unit + (move[1] ?? 0));
    });
    element.append(stop);
    return stop;
  };

  return {
    element,
    place: (places) => {
      if (places.length !== stops.length || places.some((list, i) => list.length !== stops[i]?.length)) {
        element.replaceChildren();
        stops = places.map((list, layer) => list.map((_, unit) => create(layer, unit)));
        choose(0, 0);
      }
      places.forEach((list, layer) => {
        list.forEach(([x, y], unit) => {
          const stop = stops[layer]?.[unit];
          if (stop === undefined) return;
          stop.style.translate = `${x.toFixed(1)}px ${y.toFixed(1)}px`;
          setAttributes(stop, { 'aria-label': say(layer, unit) });
        });
      });
      choose(current.layer, current.unit);
    },
  };
}
