import { linePath } from '../../figures/frame.ts';
import { make, makeSvg, setAttributes } from '../../figures/make.ts';
import { formatNumber } from '../../figures/numbers.ts';
import type { Plane } from '../../figures/paths.ts';
import { createTableToggle } from '../../figures/table-toggle.ts';
import {
  clamp,
  emptySketch,
  heightOn,
  nearestSample,
  readSketch,
  sampleAt,
  stroke,
  whole,
} from '../../learning/prediction-sketch.ts';
import { readCurve, type Pair, type Range } from '../../learning/prediction.ts';
import { createCurveHandles } from './curve-handles.ts';
import type { KindView, PredictionSpec } from './kind.ts';
import { createGuessPlane, onHold, toPixel, widened } from './plane.ts';
import { curveWords } from './words.ts';

/** A curve drawn by hand, or point by point with keys; after the run the real one lies over it. */
export function createCurveView(spec: PredictionSpec): KindView {
  const { x, y, xLabel, yLabel } = spec;
  let sketch = emptySketch;
  let real: readonly Pair[] = [];
  let canChange = true;
  let last: Pair = [0, 0];
  const mine = makeSvg('path', { class: 'curve', 'stroke-dasharray': '6 4' });
  const theirs = makeSvg('path', { class: 'curve' });
  const guess = () => whole(sketch);
  const set = (next: typeof sketch) => {
    sketch = next;
    stage.redraw();
  };

  const draw = (plane: Plane) => {
    const line = sketch.map((h, i) => toPixel([sampleAt(i, x), h ?? NaN], plane));
    mine.setAttribute('d', linePath(line));
    const run = real.map((pair) => toPixel([pair[0], clamp(pair[1], -1e6, 1e6)], plane));
    theirs.setAttribute('d', linePath(run));
    handles.draw(sketch, plane, canChange);
    const shown = line.filter(([, py]) => Number.isFinite(py));
    stage.name([
      ...(shown.length > 1 ? [{ text: 'your guess', line: shown, tone: 'other' }] : []),
      ...(run.length > 0 ? [{ text: 'the run', line: run, tone: 'this' }] : []),
    ]);
  };
  const handles = createCurveHandles(spec, () => sketch, set);
  const stage = createGuessPlane({ ...spec, height: 280 }, draw);
  stage.marks.append(
    makeSvg('g', { 'data-tone': 'this' }, theirs),
    makeSvg('g', { 'data-tone': 'other' }, mine),
  );
  stage.handles.append(handles.element);
  onHold(stage.svg, stage.plane, ([px, py], first) => {
    if (!canChange) return;
    const place: Pair = [nearestSample(px, x), clamp(py, ...y)];
    set(stroke(sketch, first ? place : last, place));
    last = place;
  });

  const clear = make('button', { type: 'button', class: 'prediction-quiet' }, 'Clear');
  clear.addEventListener('click', () => set(emptySketch));
  const remark = make('p', { class: 'figure-remark' });
  const table = createTableToggle(() => ({
    caption: 'Your guess and the run',
    columns: [xLabel, ...(guess() ? ['your guess'] : []), 'the run'],
    rows: rowsOf(guess(), real, spec),
  }));
  const hint = make(
    'p',
    { class: 'prediction-hint' },
    'Draw with the pointer. With keys: left and right choose a point, up and down move it.',
  );
  const after = make('div', { class: 'prediction-after', hidden: true }, remark, table.button, table.region);
  setAttributes(stage.svg, { role: 'group', 'aria-label': `Your curve: ${yLabel} over ${xLabel}` });
  return {
    element: make('div', { class: 'prediction-curve' }, stage.element, hint, after),
    tool: clear,
    guess,
    missing: 'Draw the curve first.',
    restore(answer) {
      const kept = readSketch(answer, y);
      if (kept) set(kept);
      return kept !== null;
    },
    open(can) {
      canChange = can;
      hint.hidden = !can;
      clear.hidden = !can;
      stage.element.toggleAttribute('data-open', can);
      set(guess() ?? sketch);
    },
    reveal(value) {
      const read = readCurve(value, x);
      if (!read.ok) return { ok: false, text: read.fault };
      real = read.value;
      const heights = real.map(([, h]) => h);
      stage.widen(x, widened(y, heights));
      remark.textContent = leaves(real, widened(y, heights), spec);
      after.hidden = false;
      table.update();
      stage.redraw();
      const text = curveWords(guess(), real, spec);
      setAttributes(stage.svg, { role: 'img', 'aria-label': text });
      return { ok: true, text };
    },
  };
}

/** Where the run goes where no picture with the guess in it could follow. */
function leaves(real: readonly Pair[], [low, high]: Range, { xLabel }: PredictionSpec): string {
  const out = real.find(([, y]) => !(y >= low && y <= high));
  return out === undefined ? '' : `The run leaves the picture at ${xLabel} ${formatNumber(out[0], 3)}.`;
}

/** The two at nine places. */
function rowsOf(guess: readonly number[] | null, real: readonly Pair[], { x }: PredictionSpec): string[][] {
  const step = 4;
  return Array.from({ length: 9 }, (_, i) => {
    const at = sampleAt(i * step, x);
    const height = heightOn(real, at);
    const yours = guess?.[i * step];
    return [at, ...(yours === undefined ? [] : [yours]), height].map((value) => formatNumber(value, 3));
  });
}
