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

/** "1956", "1974–1980" */
export function yearOf({ year, end }: TimelineEvent): string {
  const [from, to] = [Math.floor(year), Math.floor(end ?? year)];
  return from === to ? String(from) : `${from}–${to}`;
}

export function timelineTable(data: TimelineData, tag: string | null = null): TableData {
  return {
    caption: 'The events in order',
    columns: ['year', 'event', ...(data.lanes.length > 1 ? ['lane'] : []), 'source', 'certainty'],
    rows: eventsOf(data, tag).map((event) => [
      yearOf(event),
      event.title,
      ...(data.lanes.length > 1 ? [data.lanes[event.lane] ?? ''] : []),
      event.source ?? '',
      event.certainty ?? 'certain',
    ]),
  };
}

/** Pixels: what stands above the lanes, one lane, the axis below, and the card of the event that is read. */
export const heights = { top: 24, lane: 92, axis: 30, card: 150 } as const;

export const heightOf = ({ lanes }: TimelineData): number =>
  heights.top + heights.lane * lanes.length + heights.axis;

export function room(data: TimelineData): Room {
  const filter = tagsOf(data).length > 0 ? 1 : 0;
  return roomOf(heightOf(data), [1, 1 + filter], [heights.card, heights.card + 50]);
}
