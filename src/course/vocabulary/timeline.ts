/** `<Timeline id title caption from={1940} to={1970} />`: the events of those years, from `content/timeline.yaml`. */
import type { RootContent } from 'mdast';
import * as z from 'zod';
import { describeFigure, toEmbedded } from '../../figures/described.ts';
import { shortName } from '../bibliography.ts';
import { eventsBetween, lanes, whenOf, yearOf, type TimelineEvent } from '../timeline.ts';
import type { World } from '../world.ts';
import { idAttribute, readAttributes, titleAttribute } from './attributes.ts';
import { cite } from './citation.ts';
import { figureBlock } from './figure-markup.ts';
import { block } from './node.ts';
import type { PageContext, Word } from './word.ts';

const attributes = z.strictObject({
  id: idAttribute,
  title: titleAttribute,
  caption: z.string().trim().min(1, 'leave it out or write a sentence').optional(),
  from: z.int('write a year, as from={1940}'),
  to: z.int('write a year, as to={1970}'),
});

export type TimelineSpec = z.infer<typeof attributes>;

/** Names in the filter for the milestones that are often told, and for all others. */
export const told = { classic: 'classic milestones', added: 'added here' } as const;

export const timeline: Word<TimelineSpec> = {
  name: 'Timeline',
  parse(node, report) {
    if (node.children.length > 0)
      report(
        node,
        '<Timeline> has something inside.',
        'Close it at once: <Timeline … />. Its events are in content/timeline.yaml.',
      );
    const spec = readAttributes(node, attributes, report);
    if (spec && spec.from >= spec.to)
      report(
        node,
        `This <Timeline> goes from ${spec.from} to ${spec.to}.`,
        'Let it end later than it begins.',
      );
    return spec;
  },
  address: ({ id, title }) => ({ id, title, kind: 'figure' }),
  check({ spec: { from, to } }, world, report) {
    if (from < to && eventsBetween(world.timeline(), from, to).length === 0)
      report(
        `No event is from ${from} to ${to}.`,
        'Choose other years, or add events to content/timeline.yaml.',
      );
  },
  render(spec, _, page) {
    const data = timelineData(spec, page.world);
    const described = describeFigure('timeline', data);
    if (!described.ok)
      throw new Error(`${page.file}: the timeline "${spec.id}" does not fit: ${described.problem}.`);
    const events = eventsBetween(page.world.timeline(), spec.from, spec.to);
    return figureBlock(
      spec,
      { ...described.description, name: 'timeline', embedded: toEmbedded(data) },
      [tableOf(described.description.table.caption, events, page), dataLine()],
      { keepsTable: true },
    );
  },
};

/** The data of the figure. */
export function timelineData({ from, to }: Pick<TimelineSpec, 'from' | 'to'>, world: World): object {
  const all = world.timeline();
  const written = new Set(world.lessons().map(({ id }) => id));
  const titles = new Map(
    world.curriculum().chapters.flatMap(({ lessons }) => lessons.map(({ id, title }) => [id, title])),
  );
  const works = world.references();
  const bands = all.bands
    .map((band) => ({ ...band, from: Math.max(from, band.from), to: Math.min(to, band.to) }))
    .filter((band) => band.from < band.to);
  // Titles find room in this order.
  const inOrder = eventsBetween(all, from, to).sort((a, b) => Number(b.classic) - Number(a.classic));
  const events = inOrder.map((event) => {
    const { date, end, title, text, lane, classic, tags, source, certainty, lesson } = event;
    const lessonTitle = lesson !== undefined && written.has(lesson) ? titles.get(lesson) : undefined;
    return {
      year: yearOf(date),
      ...(end === undefined ? {} : { end: yearOf(end) }),
      date: whenOf(event),
      ...{ title, text, lane: lanes.indexOf(lane) },
      tags: [classic ? told.classic : told.added, ...tags],
      works: source.flatMap((id) => {
        const work = works.get(id);
        return work ? [{ id, name: shortName(work) }] : [];
      }),
      ...(certainty === 'certain' ? {} : { certainty }),
      ...(lesson === undefined || lessonTitle === undefined
        ? {}
        : { lesson: { id: lesson, title: lessonTitle } }),
    };
  });
  // An event of the last year stands within the picture.
  return {
    from,
    to: Math.max(to, ...events.map(({ year, end = year }) => Math.ceil(end))),
    lanes: [...lanes],
    events,
    bands,
  };
}

function tableOf(caption: string, events: readonly TimelineEvent[], page: PageContext): RootContent {
  const cells = (tag: string, row: readonly (readonly (RootContent | string)[])[]) =>
    block(
      'tr',
      {},
      row.map((each) => block(tag, tag === 'th' ? { scope: 'col' } : {}, each)),
    );
  const rows = events.map((event) =>
    cells('td', [[whenOf(event)], [event.title], [event.lane], sourcesOf(event, page), [event.certainty]]),
  );
  return block('details', { className: ['figure-numbers'] }, [
    block('summary', { className: ['figure-link'] }, ['As a table']),
    block('div', { className: ['figure-table'], role: 'group', tabIndex: 0, ariaLabel: caption }, [
      block('table', { className: ['output-table', 'timeline-table'] }, [
        block('caption', {}, [caption]),
        block('thead', {}, [cells('th', [['date'], ['event'], ['lane'], ['source'], ['certainty']])]),
        block('tbody', {}, rows),
      ]),
    ]),
  ]);
}

/** Each work by its short name, with the raised number that leads to it in the lesson's list. */
const sourcesOf = ({ source, at }: TimelineEvent, page: PageContext): (RootContent | string)[] =>
  source.flatMap((of, index) => {
    const where = index === 0 ? at : undefined;
    const reference = page.world.references().get(of);
    const mark = cite({ of, at: where }, page);
    if (!reference || !mark) return [];
    const name = [shortName(reference), where].filter((part) => part !== undefined).join(', ');
    return [...(index === 0 ? [] : ['; ']), name, block('sup', { className: ['cite'] }, [mark])];
  });

const dataLine = (): RootContent =>
  block('p', { className: ['figure-data'] }, [
    'Events, dates and sources are a list of the course’s own, content/timeline.yaml.',
  ]);
