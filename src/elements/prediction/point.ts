import { freshId, make, makeSvg, setAttributes } from '../../figures/make.ts';
import { formatNumber } from '../../figures/numbers.ts';
import { linePath } from '../../figures/frame.ts';
import type { Plane } from '../../figures/paths.ts';
import { clamp } from '../../learning/prediction-sketch.ts';
import { readPoint, type Pair, type Range } from '../../learning/prediction.ts';
import type { KindView, PredictionSpec } from './kind.ts';
import { createGuessPlane, onHold, toPixel, widened } from './plane.ts';
import { pointWords } from './words.ts';

const cross = 'M-6 0H6M0-6V6';

/** A place in the plane, set with the pointer, the arrow keys or two numbers; after the run both are marked. */
export function createPointView(spec: PredictionSpec): KindView {
  const { x, y } = spec;
  let mine: Pair | null = null;
  let real: Pair | null = null;
  let canChange = true;
  const stage = createGuessPlane({ ...spec, height: 300 }, (plane) => draw(plane));
  const fields = createFields(spec, (place) => put(place));
  const speech = make('p', { class: 'prediction-ears', role: 'status' });

  const put = (place: Pair) => {
    mine = [round(clamp(place[0], ...x)), round(clamp(place[1], ...y))];
    fields.show(mine);
    stage.redraw();
  };
  const draw = (plane: Plane) => {
    const [from, to] = [mine && toPixel(mine, plane), real && toPixel(real, plane)];
    const between =
      from && to ? [makeSvg('path', { class: 'prediction-between', d: linePath([from, to]) })] : [];
    stage.marks.replaceChildren(
      ...between,
      ...(to ? [mark('this', to, makeSvg('circle', { class: 'walker', r: 6 }))] : []),
      ...(from ? [mark('other', from, makeSvg('path', { class: 'prediction-cross', d: cross }))] : []),
    );
    stage.name([
      ...(from ? [{ text: 'your guess', line: [from], tone: 'other' }] : []),
      ...(to ? [{ text: 'the run', line: [to], tone: 'this' }] : []),
    ]);
  };
  onHold(stage.svg, stage.plane, (place) => {
    if (canChange) put(place);
  });
  stage.svg.addEventListener('keydown', (event) => {
    const step = canChange ? stepOf(event, spec) : null;
    if (step === null) return;
    event.preventDefault();
    const from = mine ?? [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2];
    put([from[0] + step[0], from[1] + step[1]]);
    speech.textContent = placeWords(mine ?? from, spec);
  });
  setAttributes(stage.svg, {
    ...{ role: 'application', tabindex: 0, 'aria-roledescription': 'plane with one point' },
    'aria-label': 'Your guess. Arrow keys move the point.',
  });
  const hint = make(
    'p',
    { class: 'prediction-hint' },
    'Click the place, move it with the arrow keys, or type it.',
  );
  return {
    element: make('div', { class: 'prediction-point' }, stage.element, fields.element, hint, speech),
    guess: () => (mine === null ? null : [...mine]),
    missing: 'Mark a place first.',
    restore(answer) {
      const kept = readPoint(answer);
      if (kept.ok) put(kept.value);
      return kept.ok;
    },
    open(can) {
      canChange = can;
      fields.element.hidden = !can;
      hint.hidden = !can;
      stage.element.toggleAttribute('data-open', can);
      setAttributes(stage.svg, {
        ...(can
          ? { role: 'application', tabindex: 0, 'aria-roledescription': 'plane with one point' }
          : { role: 'img', tabindex: undefined, 'aria-roledescription': undefined }),
        'aria-label': can
          ? 'Your guess. Arrow keys move the point.'
          : mine === null
            ? 'No guess.'
            : `Your guess: ${placeWords(mine, spec)}`,
      });
    },
    reveal(value) {
      const read = readPoint(value);
      if (!read.ok) return { ok: false, text: read.fault };
      real = read.value;
      stage.widen(widened(x, [real[0]]), widened(y, [real[1]]));
      stage.redraw();
      const text = pointWords(mine, real, spec);
      setAttributes(stage.svg, { 'aria-label': text });
      return { ok: true, text };
    },
  };
}

const mark = (tone: string, [px, py]: readonly [number, number], shape: SVGElement): SVGGElement =>
  makeSvg('g', { 'data-tone': tone, transform: `translate(${px.toFixed(1)} ${py.toFixed(1)})` }, shape);

const placeWords = ([px, py]: Pair, { xLabel, yLabel }: PredictionSpec): string =>
  `${xLabel} ${formatNumber(px, 3)}, ${yLabel} ${formatNumber(py, 3)}`;

const round = (value: number): number => Number(value.toPrecision(4));

/** A fiftieth of the axis, with Shift a tenth of that. */
function stepOf({ key, shiftKey }: KeyboardEvent, { x, y }: PredictionSpec): Pair | null {
  const part = shiftKey ? 500 : 50;
  const [dx, dy] = [(x[1] - x[0]) / part, (y[1] - y[0]) / part];
  const steps: Record<string, Pair> = {
    ...{ ArrowLeft: [-dx, 0], ArrowRight: [dx, 0], ArrowUp: [0, dy], ArrowDown: [0, -dy] },
  };
  return steps[key] ?? null;
}

/** The same place as two numbers. */
function createFields({ x, y, xLabel, yLabel }: PredictionSpec, put: (place: Pair) => void) {
  const field = (name: string, [min, max]: Range) => {
    const box = make('input', {
      id: freshId('guess'),
      type: 'number',
      step: 'any',
      min,
      max,
      autocomplete: 'off',
    });
    return { box, label: make('label', { for: box.id }, name) };
  };
  const [fx, fy] = [field(xLabel, x), field(yLabel, y)];
  for (const { box } of [fx, fy])
    box.addEventListener('change', () => {
      const [px, py] = [fx.box.valueAsNumber, fy.box.valueAsNumber];
      if (Number.isFinite(px) && Number.isFinite(py)) put([px, py]);
    });
  const element = make('p', { class: 'prediction-field' }, fx.label, fx.box, fy.label, fy.box);
  const show = ([px, py]: Pair) => {
    fx.box.value = String(px);
    fy.box.value = String(py);
  };
  return { element, show };
}
