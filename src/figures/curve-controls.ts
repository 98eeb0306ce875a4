import { slopeAt, type CurveData } from './curve-data.ts';
import { walk } from './curve-walk.ts';
import type { Path } from './plane-data.ts';
import { createPlayer, type Player } from './player.ts';
import { createSlider, type Slider } from './slider.ts';

/** What the reader changes on a curve: where the tangent lies, the learning rate, the step. */
export interface CurveControls {
  readonly elements: readonly HTMLElement[];
  /** The data with what the reader chose. */
  apply(data: CurveData): CurveData;
  dispose(): void;
}

export function createCurveControls(data: CurveData, changed: () => void): CurveControls {
  const { tangent, descent } = data;
  const at = tangent?.moves === true ? tangentSlider(data, tangent.at, changed) : null;
  const rate = descent === undefined ? null : rateSlider(descent, () => start());
  const plays = data.play === true || descent !== undefined;
  let ready = false;
  const player: Player | null = plays ? createPlayer(() => ready && changed(), { label: 'Paths' }) : null;

  const whole = (of: CurveData): Path[] => [
    ...(of.paths ?? []),
    ...(descent && rate ? [walk(data, descent, rate.value)] : []),
  ];
  const start = () => {
    player?.setLast(Math.max(0, ...whole(data).map(({ points }) => points.length - 1)));
    if (ready) changed();
  };
  start();
  ready = true;
  const controls = [at, rate, player].filter((each): each is Slider | Player => each !== null);
  return {
    elements: controls.map(({ element }) => element),
    apply: (given) => {
      const end = player === null ? undefined : player.step + 1;
      const paths = whole(given).map((path) => ({ ...path, points: path.points.slice(0, end) }));
      const moved =
        at === null ? given.tangent : { at: at.value, slope: slopeAt(given, at.value), moves: true };
      return { ...given, paths, tangent: moved };
    },
    dispose: () => player?.dispose(),
  };
}

function tangentSlider(
  { x: [min, max], xLabel = 'x' }: CurveData,
  value: number,
  onInput: () => void,
): Slider {
  return createSlider({ label: xLabel, min, max, value, onInput });
}

function rateSlider({ rate, rates }: NonNullable<CurveData['descent']>, onInput: () => void): Slider {
  const [min, max] = rates ?? [0, rate === 0 ? 1 : 2 * rate];
  return createSlider({ label: 'learning rate', min, max, value: rate, onInput });
}
