import { makeSvg, setAttributes } from '../../figures/make.ts';
import { formatNumber } from '../../figures/numbers.ts';
import type { Plane } from '../../figures/paths.ts';
import {
  clamp,
  handleCount,
  handleGap,
  heightAt,
  sampleAt,
  withHandle,
  type Sketch,
} from '../../learning/prediction-sketch.ts';
import type { PredictionSpec } from './kind.ts';

export interface CurveHandles {
  readonly element: SVGGElement;
  draw(sketch: Sketch, plane: Plane, open: boolean): void;
}

/**
 * Nine sliders along the curve, one stop of the Tab key: left and right (Home, End) go from one to the next, up and
 * down move it by a fiftieth of the axis, Page Up and Page Down by a tenth.
 */
export function createCurveHandles(
  { x, y, xLabel, yLabel }: PredictionSpec,
  sketch: () => Sketch,
  change: (next: Sketch) => void,
): CurveHandles {
  const element = makeSvg('g', { class: 'prediction-handles', 'data-tone': 'other' });
  let current = 0;
  const choose = (index: number) => {
    current = clamp(index, 0, handleCount - 1);
    handles.forEach((each, i) => setAttributes(each, { tabindex: i === current ? 0 : -1 }));
  };
  const onKey = (event: KeyboardEvent, index: number) => {
    const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: handleCount - 1 }[event.key];
    const span = y[1] - y[0];
    const by = {
      ArrowUp: span / 50,
      ArrowDown: -span / 50,
      PageUp: span / 10,
      PageDown: -span / 10,
      Enter: 0,
    }[event.key];
    if (to !== undefined) {
      choose(to);
      handles[current]?.focus();
    } else if (by !== undefined)
      change(withHandle(sketch(), index, clamp(heightAt(sketch(), index, y) + by, ...y)));
    else return;
    event.preventDefault();
  };
  const handles = Array.from({ length: handleCount }, (_, i) => {
    const at = `${yLabel} at ${xLabel} ${formatNumber(sampleAt(i * handleGap, x), 3)}`;
    const handle = makeSvg(
      'g',
      { class: 'prediction-handle', role: 'slider', 'aria-label': at, 'aria-orientation': 'vertical' },
      makeSvg('circle', { class: 'ring', r: 12 }),
      makeSvg('circle', { class: 'knob', r: 4 }),
    );
    setAttributes(handle, { 'aria-valuemin': y[0], 'aria-valuemax': y[1], tabindex: i === 0 ? 0 : -1 });
    handle.addEventListener('keydown', (event) => onKey(event, i));
    handle.addEventListener('focus', () => choose(i));
    return handle;
  });
  element.append(...handles);
  return {
    element,
    draw(drawn, plane, open) {
      element.toggleAttribute('hidden', !open);
      handles.forEach((handle, i) => {
        const height = drawn[i * handleGap] ?? null;
        const shown = height ?? heightAt(drawn, i, y);
        setAttributes(handle, {
          transform: `translate(${plane.x(sampleAt(i * handleGap, x)).toFixed(1)} ${plane.y(shown).toFixed(1)})`,
          'data-empty': height === null,
          'aria-valuenow': Number(shown.toPrecision(4)),
          'aria-valuetext': height === null ? 'not drawn yet' : formatNumber(height, 3),
        });
      });
    },
  };
}
