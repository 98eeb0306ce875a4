import { drawFrame, roomForNumbers, drawLabel, linePath } from '../../figures/frame.ts';
import { placeLabels, type Box, type Placed, type Point } from '../../figures/labels.ts';
import { makeSvg, setAttributes } from '../../figures/make.ts';
import { createScale, type Scale } from '../../figures/scale.ts';
import type { Tone } from '../../kernel/protocol.ts';
import { downsample } from './downsample.ts';
import { domains, type RunRecord } from './run-record.ts';

export interface SeriesLook {
  x: string;
  y: string;
  log: boolean;
}

interface Line {
  label: string;
  tone: Tone;
  dash: string | undefined;
  points: readonly Point[];
}

const height = 200;
const dashes = [undefined, '7 3', '2 3', '9 3 2 3'];

/** The picture of this run and, dashed, of the last one. Drawn anew at most once a frame; labels more rarely. */
export function createSeriesPicture(): {
  svg: SVGSVGElement;
  draw(width: number, run: RunRecord, last: RunRecord | null, look: SeriesLook, settle: boolean): void;
} {
  const svg = makeSvg('svg', { class: 'plane', 'aria-hidden': true });
  const clip = makeSvg('clipPath', { id: `series-${Math.random().toString(36).slice(2)}` });
  const clipBox = makeSvg('rect');
  clip.append(clipBox);
  const ground = makeSvg('g');
  const lines = makeSvg('g', { 'clip-path': `url(#${clip.id})` });
  const labels = makeSvg('g');
  svg.append(clip, ground, lines, labels);
  let placedAt = -Infinity;
  let places: Placed[] = [];
  let drawnFrame = '';
  return {
    svg,
    draw(width, run, last, look, settle) {
      const found = domains([run, ...(last === null ? [] : [last])], look.log);
      const ticks = { x: 4, y: look.log ? 4 : 3 };
      const narrow: Box = { left: 46, top: 22, right: width - 18, bottom: height - 38 };
      const left = roomForNumbers(scalesOf(found, look, narrow).y.ticks(ticks.y), narrow.left);
      const box = { ...narrow, left };
      setAttributes(svg, { width, height, viewBox: `0 0 ${width} ${height}` });
      const scales = scalesOf(found, look, box);
      const key = JSON.stringify([width, look, scales.x.domain, scales.y.domain]);
      if (key !== drawnFrame) {
        ground.replaceChildren(drawFrame({ ...scales, xLabel: look.x, yLabel: look.y, ticks }));
        setAttributes(clipBox, {
          x: box.left,
          y: box.top - 2,
          width: box.right - box.left + 8,
          height: box.bottom - box.top + 4,
        });
      }
      const all = [...(last === null ? [] : linesOf(last, scales, 'other')), ...linesOf(run, scales, 'this')];
      lines.replaceChildren(...all.map(drawLine));
      const now = performance.now();
      if (
        settle ||
        key !== drawnFrame ||
        places.length !== all.length ||
        now - placedAt > 400 ||
        isGrownInto(places, all)
      ) {
        places = placeLabels(
          all.map(({ label, points }) => ({ text: label, line: inside(points, box) })),
          all.map((l) => l.points),
          box,
        );
        placedAt = now;
      }
      drawnFrame = key;
      labels.replaceChildren(...all.flatMap((line, i) => label(line, places[i])));
    },
  };
}

/** Has a line grown into a label since the labels were placed? */
const isGrownInto = (places: readonly Placed[], lines: readonly Line[]): boolean =>
  lines.some(({ points }) => {
    const [x, y] = points.at(-1) ?? [NaN, NaN];
    return places.some(({ box }) => x > box.left && x < box.right && y > box.top && y < box.bottom);
  });

function scalesOf(found: ReturnType<typeof domains>, look: SeriesLook, box: Box): { x: Scale; y: Scale } {
  const y = found?.y ?? (look.log ? [0.1, 1] : [0, 1]);
  const low = look.log || y[0] < 0 || y[0] > 0.4 * y[1] ? y[0] : 0;
  return {
    x: createScale(found?.x ?? [0, 1], [box.left, box.right]),
    y: createScale([low, y[1]], [box.bottom, box.top], look.log),
  };
}

function linesOf(record: RunRecord, scales: { x: Scale; y: Scale }, tone: 'this' | 'other'): Line[] {
  return record.names.map((name, k) => {
    const y = record.ys[k] ?? [];
    const points = record.x.map((x, i): Point => [scales.x(x), scales.y(y[i] ?? NaN)]);
    const dash = tone === 'other' ? (dashes[k + 1] ?? '4 3') : dashes[k];
    return {
      label: labelOf(record, name, tone),
      tone,
      dash: tone === 'other' && k === 0 ? '4 4' : dash,
      points: downsample(points),
    };
  });
}

/** "this run, η 0.1"; with several curves each also says its name. */
export function labelOf(
  record: Pick<RunRecord, 'run' | 'names'>,
  name: string,
  tone: 'this' | 'other',
): string {
  const whose = tone === 'this' ? 'this run' : 'your last run';
  const several = record.names.length > 1;
  const parts = several ? [name] : [];
  if (tone === 'other' || !several) parts.push(whose);
  if (record.run !== undefined) parts.push(record.run);
  return parts.join(', ');
}

function drawLine({ points, tone, dash }: Line): SVGGElement {
  const group = makeSvg('g', { 'data-tone': tone });
  group.append(makeSvg('path', { class: 'curve', d: linePath(points), 'stroke-dasharray': dash }));
  const only = points.length === 1 ? points[0] : undefined;
  if (only !== undefined && Number.isFinite(only[1]))
    group.append(makeSvg('circle', { class: 'dot', cx: only[0], cy: only[1], r: 3 }));
  return group;
}

function label({ label: text, tone }: Line, place: Placed | undefined): SVGElement[] {
  if (place === undefined) return [];
  return [makeSvg('g', { 'data-tone': tone }, drawLabel(text, place))];
}

function inside(points: readonly Point[], box: Box): Point[] {
  return points.filter(([x, y]) => Number.isFinite(x) && y >= box.top - 1 && y <= box.bottom + 1);
}
