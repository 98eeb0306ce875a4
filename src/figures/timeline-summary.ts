import { counted } from './numbers.ts';
import { roomOf, type Room } from './room.ts';
import type { TableData } from './table-toggle.ts';
import { eventsOf, tagsOf, type TimelineData, type TimelineEvent } from './timeline-data.ts';

export function summarise(data: TimelineData, tag: string | null = null): string {
  const events = eventsOf(data, tag);
  const [first, last] = [events[0], events.at(-1)];
  const { lanes, bands = [] } = data;
  if (first === undefined || last === undefined) return `No event${tag === null ? '' : ` of “${tag}”`}.`;
  return [
    `${counted(events.length, 'event')}${tag === null ? '' : ` of “${tag}”`} from ${yearOf(first)} (${first.title}) to ${yearOf(last)} (${last.title})`,
    lanes.length > 1 ? `, in the lanes ${lanes.join(', ')}.` : '.',
    ...bands.map(({ from, to, label }) => ` Shaded: ${label}, ${Math.floor(from)}–${Math.floor(to)}.`),
  ].join('');
}

/** As exactly as it is known. */
export const whenOf = (event: TimelineEvent): string => event.date ?? yearOf(event);

/** "1956", "1974–1980" */
export function yearOf({ year, end }: TimelineEvent): string {
  const [from, to] = [Math.floor(year), Math.floor(end ?? year)];
  return from === to ? String(from) : `${from}–${to}`;
}

export function timelineTable(data: TimelineData, tag: string | null = null): TableData {
  return {
    caption: 'The events in order',
    columns: ['date', 'event', ...(data.lanes.length > 1 ? ['lane'] : []), 'source', 'certainty'],
    rows: eventsOf(data, tag).map((event) => [
      whenOf(event),
      event.title,
      ...(data.lanes.length > 1 ? [data.lanes[event.lane] ?? ''] : []),
      sourceOf(event),
      event.certainty ?? 'certain',
    ]),
  };
}

/** "ideas · 1 of 12", "ideas · 1 of 3 of “revival”" */
export function whereIs(
  data: TimelineData,
  event: TimelineEvent | undefined,
  tag: string | null,
  at: number,
): string {
  const lane = data.lanes.length > 1 ? `${data.lanes[event?.lane ?? 0] ?? ''} · ` : '';
  const among = counted(eventsOf(data, tag).length, 'event');
  return `${lane}${at + 1} of ${among}${tag === null ? '' : ` of “${tag}”`}`;
}

/** Pixels: what stands above the lanes, the name of a lane and the row of marks without titles, a row, the axis. */
export const heights = { top: 24, lane: 42, row: 15, axis: 30 } as const;

/** Rows of titles in a lane: more where there is more to say, whatever the reader looks at. */
export function rowsOf({ events }: TimelineData, lane: number): number {
  const count = events.filter((event) => event.lane === lane).length;
  return Math.min(7, Math.max(2, Math.ceil(count / 4)));
}

/** Where each lane begins, and where the last ends. */
export const laneTops = (data: TimelineData): number[] =>
  data.lanes.reduce<number[]>(
    (tops, _, lane) => [...tops, (tops.at(-1) ?? 0) + heights.lane + rowsOf(data, lane) * heights.row],
    [heights.top],
  );

export const heightOf = (data: TimelineData): number => (laneTops(data).at(-1) ?? 0) + heights.axis;

const sourceOf = ({ source = '', works }: TimelineEvent): string =>
  works?.map(({ name }) => name).join('; ') ?? source;

/** Words, and words that lead somewhere. */
export type Piece = string | { text: string; href: string };

/** What stands in the card of an event, each in a paragraph. */
export function notesOf(event: TimelineEvent): Piece[][] {
  const { text = '', works = [], certainty = 'certain', lesson } = event;
  const linked = works.map(({ id, name }) => ({ text: name, href: `#source-${id}` }));
  return [
    [text],
    [sure[certainty]],
    linked.length > 0
      ? ['Source: ', ...linked.flatMap((link, index) => (index === 0 ? [link] : ['; ', link]))]
      : [sourceOf(event) === '' ? '' : `Source: ${sourceOf(event)}`],
    lesson === undefined ? [''] : ['Lesson: ', { text: lesson.title, href: `../${lesson.id}/` }],
  ].filter(([first]) => first !== '');
}

/** The same as text alone. */
export const linesOf = (event: TimelineEvent): string[] =>
  notesOf(event).map((pieces) =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join(''),
  );

const sure = {
  certain: '',
  likely: 'The date is likely, not certain.',
  doubtful: 'The date is doubtful.',
} as const;

/** The event whose card is the longest: so much room is kept for all. */
export function longestEvent({ events }: TimelineData): TimelineEvent | undefined {
  const length = (event: TimelineEvent): number =>
    linesOf(event).reduce((sum, line) => sum + Math.ceil(line.length / 50), event.title.length > 36 ? 1 : 0);
  return events.reduce<TimelineEvent | undefined>(
    (best, event) => (best === undefined || length(event) > length(best) ? event : best),
    undefined,
  );
}

/** Letters in a line of the card. */
const letters = { wide: 66, narrow: 46 } as const;

function cardHeight(data: TimelineData, letters: number): number {
  const event = longestEvent(data);
  if (event === undefined) return 32;
  const title = Math.ceil(((event.title.length + 6) * 1.15) / letters);
  const below = linesOf(event).map((line) => Math.ceil(line.length / letters) * 21 + 4);
  return title * 23 + 4 + 24 + below.reduce((sum, height) => sum + height, 0);
}

export function room(data: TimelineData): Room {
  const filter = tagsOf(data).length > 0 ? 1 : 0;
  const around = 21;
  return roomOf(
    heightOf(data),
    [1, 2 + filter],
    [around + cardHeight(data, letters.wide), around + 40 + cardHeight(data, letters.narrow)],
  );
}
