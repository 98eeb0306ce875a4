import { makeSvg } from './make.ts';
import { createScale, type Scale } from './scale.ts';
import { heightOf, heights, laneTops, rowsOf } from './timeline-summary.ts';
import type { TimelineData, TimelineEvent } from './timeline-data.ts';
import { toneOf } from './symbols.ts';

/** Years in view. */
export interface Window {
  from: number;
  to: number;
}

export interface EventPlace {
  event: TimelineEvent;
  x: number;
  y: number;
}

interface Scene {
  /** In order of time. */
  events: readonly TimelineEvent[];
  view: Window;
  chosen: TimelineEvent | undefined;
  width: number;
}

const edge = 10;
/** Pixels of a row of titles. */
const line = heights.row;

/** From a mark to its title. */
const gap = 13;

/** Pixels that a title takes, about: it is placed before it can be measured. */
function widthOf(title: string): number {
  const count = (letters: RegExp): number => title.match(letters)?.length ?? 0;
  return (
    6.9 * title.length + 3.6 * count(/[mwMW]/g) + 1.6 * count(/[A-LN-VX-Z]/g) - 2.1 * count(/[ijlftr .,:’]/g)
  );
}

export function drawTimeline(
  data: TimelineData,
  { events, view, chosen, width }: Scene,
): { elements: SVGElement[]; places: EventPlace[]; height: number } {
  const x = createScale([view.from, view.to], [edge, width - edge]);
  const height = heightOf(data);
  const bottom = height - heights.axis;
  const tops = laneTops(data);
  const places: EventPlace[] = [];
  const marks = data.lanes.flatMap((_, lane) => {
    const own = events.filter(
      (event) => event.lane === lane && event.year <= view.to && (event.end ?? event.year) >= view.from,
    );
    const first = new Map(data.events.map((event, index) => [event, index]));
    own.sort((a, b) => (first.get(a) ?? 0) - (first.get(b) ?? 0));
    return drawLane(own, { x, top: tops[lane] ?? 0, rows: rowsOf(data, lane), width, chosen, places });
  });
  return {
    elements: [
      ...drawBands(data, x, bottom, width),
      ...data.lanes.flatMap((name, lane) =>
        laneFrame(name, {
          top: tops[lane] ?? 0,
          bottom: tops[lane + 1] ?? bottom,
          width,
          named: data.lanes.length > 1,
        }),
      ),
      ...drawAxis(x, bottom, width),
      ...marks,
    ],
    places,
    height,
  };
}

function drawBands({ bands = [] }: TimelineData, x: Scale, bottom: number, width: number): SVGElement[] {
  let taken = -Infinity;
  return bands.flatMap(({ from, to, label }) => {
    const left = Math.max(edge, x(from));
    const right = Math.min(width - edge, x(to));
    if (right <= left) return [];
    const half = widthOf(label) / 2;
    const middle = Math.min(width - half, Math.max(half, (left + right) / 2));
    const fits = middle - half > taken;
    if (fits) taken = middle + half + 6;
    const top = heights.top - 6;
    return [
      makeSvg('rect', { class: 'band', x: left, y: top, width: right - left, height: bottom - top }),
      ...(fits
        ? [makeSvg('text', { class: 'band-name', x: middle, y: 12, 'text-anchor': 'middle' }, label)]
        : []),
    ];
  });
}

function laneFrame(
  name: string,
  { top, bottom, width, named }: { top: number; bottom: number; width: number; named: boolean },
): SVGElement[] {
  return [
    makeSvg('line', { class: 'grid', x1: edge, x2: width - edge, y1: bottom, y2: bottom }),
    ...(named ? [makeSvg('text', { class: 'sheet-name', x: edge, y: top + 13 }, name)] : []),
  ];
}

function drawAxis(x: Scale, bottom: number, width: number): SVGElement[] {
  return x
    .ticks(Math.max(3, Math.floor(width / 90)))
    .filter((year) => Number.isInteger(year))
    .flatMap((year) => [
      makeSvg('line', { class: 'axis', x1: x(year), x2: x(year), y1: bottom, y2: bottom + 5 }),
      makeSvg(
        'text',
        { x: Math.min(width - 17, Math.max(17, x(year))), y: bottom + 19, 'text-anchor': 'middle' },
        String(year),
      ),
    ]);
}

interface Lane {
  x: Scale;
  top: number;
  rows: number;
  width: number;
  chosen: TimelineEvent | undefined;
  places: EventPlace[];
}

type Span = readonly [from: number, to: number];

/**
 * Titles go into the first row where nothing is in their way, behind their mark or before it; events that come first in
 * the data choose first. Where there is no room the mark stands in a row below, without its title.
 */
function drawLane(
  events: readonly TimelineEvent[],
  { x, top, rows, width, chosen, places }: Lane,
): SVGElement[] {
  const taken: Span[][] = Array.from({ length: rows }, () => []);
  const isFree = (row: readonly Span[], [from, to]: Span): boolean =>
    from >= 0 && to <= width && row.every((other) => to < other[0] || other[1] < from);
  return events.map((event) => {
    const at = Math.max(edge, x(event.year));
    const end = Math.min(width - edge, Math.max(at, x(event.end ?? event.year)));
    const long = widthOf(event.title) + gap;
    const behind: Span = [at - 8, end + long];
    const before: Span = [at - long, end + 8];
    const row = taken.findIndex((spans) => isFree(spans, behind) || isFree(spans, before));
    const spans = taken[row];
    const flips = spans !== undefined && !isFree(spans, behind);
    spans?.push(flips ? before : behind);
    const y = top + 30 + (spans === undefined ? rows : row) * line;
    places.push({ event, x: at, y });
    const named = spans !== undefined;
    return mark(event, { at, y, named, flips, end, isChosen: event === chosen });
  });
}

interface MarkPlace {
  at: number;
  y: number;
  named: boolean;
  flips: boolean;
  end: number;
  isChosen: boolean;
}

function mark(event: TimelineEvent, { at, y, named, flips, end, isChosen }: MarkPlace): SVGElement {
  const unsure = (event.certainty ?? 'certain') !== 'certain';
  const dot =
    end - at > 8
      ? makeSvg('rect', {
          class: 'event lasting',
          x: at - 3,
          y: y - 4,
          width: end - at + 6,
          height: 8,
          rx: 4,
        })
      : makeSvg('circle', { class: unsure ? 'event unsure' : 'event', cx: at, cy: y, r: 4.5 });
  return makeSvg(
    'g',
    { class: isChosen ? 'moment chosen' : 'moment', 'data-tone': toneOf(event.lane) },
    ...(isChosen ? [makeSvg('circle', { class: 'moment-ring', cx: at, cy: y, r: 9 })] : []),
    dot,
    ...(named
      ? [
          makeSvg(
            'text',
            {
              class: 'moment-name',
              x: flips ? at - gap : end + gap,
              y: y + 4,
              'text-anchor': flips ? 'end' : 'start',
            },
            event.title,
          ),
        ]
      : []),
  );
}

/** The event whose mark is within reach of a point, in pixels. */
export function nearest(places: readonly EventPlace[], x: number, y: number): TimelineEvent | undefined {
  const far = ({ x: px, y: py }: EventPlace): number => Math.hypot(px - x, py - y);
  const [best] = [...places].sort((a, b) => far(a) - far(b));
  return best && far(best) < 40 ? best.event : undefined;
}
