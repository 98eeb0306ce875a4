import * as Plot from '@observablehq/plot';
import { drawLabel, roomForNumbers } from '../../figures/frame.ts';
import { placeLabels, type Point } from '../../figures/labels.ts';
import { makeSvg } from '../../figures/make.ts';
import { extent, formatTick } from '../../figures/numbers.ts';
import type { Chart, Mark, Tone } from '../../kernel/protocol.ts';

/** The page's chart from the cell's description. Colours are tokens by name, so a change of theme needs no redraw. */
export function plotChart(chart: Chart, room: number): SVGSVGElement {
  const square = chart.square === true && !isBand(chart);
  const width = square ? squareWidth(chart, room) : room;
  const height = heightFor(chart, width);
  const margins = { marginLeft: marginFor(chart), marginRight: 14, marginTop: 24, marginBottom: 40 };
  const plot = Plot.plot({
    width,
    ...margins,
    ...(square ? { aspectRatio: 1 } : { height }),
    style: { background: 'none', fontFamily: 'var(--font-ui)', fontSize: '12px', overflow: 'visible' },
    x: axis(chart.x, width > 500 ? 8 : 4, chart.x?.bands === undefined ? 'right' : 'center'),
    y: axis(chart.y, 4, 'top'),
    marks: [
      ...(isBand(chart) ? [] : [Plot.gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 4 })]),
      ...chart.marks.flatMap((mark) => plotMark(mark, chart)),
    ],
  }) as SVGSVGElement;
  plot.classList.add('plot');
  // What surrounds it says in a sentence what it shows.
  plot.setAttribute('aria-hidden', 'true');
  label(plot, chart, {
    left: margins.marginLeft,
    top: 8,
    right: width - 4,
    bottom: plot.height.baseVal.value - margins.marginBottom,
  });
  return plot;
}

export const colours: Record<Tone, string> = {
  this: 'var(--blue)',
  other: 'var(--orange)',
  good: 'var(--green)',
  warn: 'var(--gold)',
  soft: 'var(--soft)',
};

/** A tone always comes with a dash of its own as well. */
const dashes: Record<Tone, string> = {
  this: 'none',
  other: '5 4',
  good: '9 3 2 3',
  warn: '2 3',
  soft: 'none',
};

function isBand({ y }: Chart): boolean {
  return y?.scale === 'band';
}

function heightFor({ height }: Chart, width: number): number {
  return Math.min(800, Math.max(80, height ?? Math.min(260, Math.max(180, width * 0.6))));
}

/** With equal units the height follows from the width: no higher than this. */
function squareWidth(chart: Chart, room: number): number {
  const span = (axis: 'x' | 'y') => {
    const [low, high] = chart[axis]?.domain ??
      extent(chart.marks.flatMap((mark) => [...mark[axis]])) ?? [0, 1];
    return high - low || 1;
  };
  const highest = Math.min(800, Math.max(80, chart.height ?? 400));
  return Math.min(room, 62 + ((highest - 64) * span('x')) / span('y'));
}

/** Room for the longest name or number at the left edge. */
function marginFor(chart: Chart): number {
  if (chart.y?.scale === 'band')
    return Math.min(160, 16 + 7 * Math.max(3, ...(chart.y.bands ?? []).map((name) => name.length)));
  return Math.min(96, roomForNumbers(endsOf(chart), 48));
}

/** Where the y axis begins and ends: at round numbers, unless the cell says where. */
function endsOf({ y, marks }: Chart): readonly number[] {
  const type = y?.scale === 'log' ? 'log' : 'linear';
  const drawn = marks.flatMap((mark) => [
    ...mark.y,
    ...(mark.y2 ?? []),
    ...(mark.type === 'bar' || mark.type === 'area' ? [0] : []),
  ]);
  const reach = y?.domain ?? extent(drawn.filter((value) => type === 'linear' || value > 0)) ?? [0, 1];
  const nice = type === 'linear' && y?.domain === undefined;
  return Plot.scale({ y: { type, domain: reach, nice } }).domain as number[];
}

function axis(spec: Chart['x'], ticks: number, labelAnchor: 'right' | 'top' | 'center'): Plot.ScaleOptions {
  const type = spec?.scale ?? 'linear';
  const label = { label: spec?.label ?? null, labelAnchor, labelArrow: 'none' as const };
  if (type === 'band') return { type, domain: spec?.bands ?? [], ...label, padding: 0.25 };
  const domain = spec?.domain;
  const usable = domain?.every((end) => Number.isFinite(end) && (type !== 'log' || end > 0)) === true;
  return {
    type,
    ...label,
    tickFormat: formatTick,
    ticks,
    ...(usable ? { domain } : {}),
    ...(type === 'linear' ? { nice: !usable } : {}),
  };
}

interface Datum {
  x: number | string;
  y: number | string;
  x2: number | string;
  y2: number | string;
  text: string;
}

/** Points that can be drawn; bands by name. A line keeps its gaps. */
function dataOf(mark: Mark, chart: Chart): Datum[] {
  const name = (value: number | undefined, spec: Chart['x']) =>
    spec?.scale === 'band' ? (spec.bands?.[value ?? -1] ?? '') : drawable(value, spec?.scale === 'log');
  const size = Math.max(mark.x.length, mark.y.length);
  return Array.from({ length: size }, (_, i) => ({
    x: name(mark.x[i], chart.x),
    y: name(mark.y[i], chart.y),
    x2: name(mark.x2?.[i], chart.x),
    y2: name(mark.y2?.[i], chart.y),
    text: mark.texts?.[i] ?? '',
  }));
}

function drawable(value: number | undefined, log: boolean): number {
  return value === undefined || !Number.isFinite(value) || (log && value <= 0) ? NaN : value;
}

function plotMark(mark: Mark, chart: Chart): Plot.Markish[] {
  const data = dataOf(mark, chart);
  const tone = mark.tone ?? 'this';
  const colour = colours[tone];
  const at = { x: 'x', y: 'y' };
  const strokeDasharray = mark.dashed === undefined ? dashes[tone] : mark.dashed ? '5 4' : 'none';
  const stroke = { stroke: colour, strokeWidth: tone === 'soft' ? 1.25 : 2, strokeDasharray };
  switch (mark.type) {
    case 'line':
      return [Plot.lineY(data, { ...at, ...stroke, strokeLinejoin: 'round' })];
    case 'dot':
      return [
        Plot.dot(data, {
          ...at,
          r: mark.radius ?? 3,
          fill: colour,
          symbol: symbols[tone],
          stroke: 'var(--sunk)',
          strokeWidth: 0.75,
        }),
      ];
    case 'bar':
      return bars(mark, data, chart, colour);
    case 'area':
      return [
        Plot.areaY(data, {
          x: 'x',
          y1: 'y',
          y2: mark.y2 === undefined ? () => 0 : 'y2',
          fill: colour,
          fillOpacity: 0.18,
        }),
      ];
    case 'rule-x':
      return [Plot.ruleX(data, { x: 'x', ...stroke, strokeWidth: 1.5 })];
    case 'rule-y':
      return [Plot.ruleY(data, { y: 'y', ...stroke, strokeWidth: 1.5 })];
    case 'text':
      return [
        Plot.text(data, {
          ...at,
          text: 'text',
          fill: mark.tone === undefined ? 'var(--ink)' : colour,
          stroke: 'var(--sunk)',
          strokeWidth: 3,
        }),
      ];
    case 'link':
      return [Plot.link(data, { x1: 'x', y1: 'y', x2: 'x2', y2: 'y2', ...stroke })];
  }
}

const symbols: Record<Tone, 'circle' | 'triangle' | 'square' | 'diamond'> = {
  this: 'circle',
  other: 'triangle',
  good: 'square',
  warn: 'diamond',
  soft: 'circle',
};

/** Bars stand on bands, lie on bands, or, over numbers, are as wide as the numbers are apart. */
function bars(mark: Mark, data: Datum[], chart: Chart, fill: string): Plot.Markish[] {
  const rule = { stroke: 'var(--soft)' };
  if (chart.x?.scale === 'band') return [Plot.barY(data, { x: 'x', y: 'y', fill }), Plot.ruleY([0], rule)];
  if (isBand(chart)) return [Plot.barX(data, { x: 'x', y: 'y', fill }), Plot.ruleX([0], rule)];
  const half = gap(mark.x) * 0.46;
  const sides =
    mark.x2 === undefined
      ? { x1: (d: Datum) => Number(d.x) - half, x2: (d: Datum) => Number(d.x) + half }
      : { x1: 'x', x2: 'x2' };
  return [
    Plot.rectY(data, { ...sides, y1: () => 0, y2: 'y', fill, insetLeft: 0.5, insetRight: 0.5 }),
    Plot.ruleY([0], rule),
  ];
}

function gap(values: Iterable<number>): number {
  const sorted = [...values].filter(Number.isFinite).sort((a, b) => a - b);
  const gaps = sorted
    .slice(1)
    .map((value, i) => value - (sorted[i] ?? value))
    .filter((g) => g > 0);
  return gaps.length === 0 ? 1 : Math.min(...gaps);
}

/** Labels stand on the marks themselves. */
function label(plot: SVGSVGElement, chart: Chart, box: Parameters<typeof placeLabels>[2]): void {
  const scales = plot as unknown as Plot.Plot;
  const [x, y] = [scales.scale('x'), scales.scale('y')];
  if (x === undefined || y === undefined) return;
  const pixels = (mark: Mark): Point[] =>
    dataOf(mark, chart)
      .map((d): Point => {
        const left = mark.type === 'rule-y' ? box.right : Number(x.apply(d.x)) + (x.bandwidth ?? 0) / 2;
        return [left, mark.type === 'rule-x' ? box.top : Number(y.apply(d.y)) + (y.bandwidth ?? 0) / 2];
      })
      .filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b));
  const named = chart.marks.filter((mark) => mark.label !== undefined && mark.type !== 'text');
  const labels = named.map((mark) => ({ text: mark.label ?? '', line: pixels(mark) }));
  const lines = chart.marks
    .filter((mark) => mark.type !== 'text')
    .map((mark) => (mark.type === 'dot' ? dotted(pixels(mark)) : [pixels(mark)]))
    .flat();
  placeLabels(labels, lines, box).forEach((place, i) => {
    plot.append(
      makeSvg('g', { 'data-tone': named[i]?.tone ?? 'this' }, drawLabel(labels[i]?.text ?? '', place)),
    );
  });
}

const dotted = (points: Point[]) => points.slice(0, 2_000).map((point) => [point]);
