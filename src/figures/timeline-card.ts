import { make } from './make.ts';
import { createStepCard } from './step-card.ts';
import type { TimelineEvent } from './timeline-data.ts';
import { notesOf, whenOf, type Piece } from './timeline-summary.ts';

/** The event that is being read, with the way to the ones before and after it. */
export interface TimelineCard {
  readonly element: HTMLElement;
  /** @param where "ideas · 1 of 12" */
  show(event: TimelineEvent | undefined, where: string, ends: { first: boolean; last: boolean }): void;
  /** Keeps as much room as this event takes. */
  keepRoom(event: TimelineEvent | undefined): void;
}

export function createTimelineCard(go: (step: number) => void): TimelineCard {
  const { element, show, keepRoom } = createStepCard(['Earlier', 'Later'], go);
  return {
    element,
    show: (event, where, ends) => show(event ? paragraphs(event, where) : [make('p', {}, 'No event.')], ends),
    keepRoom: (event) => keepRoom(event ? paragraphs(event, '…') : []),
  };
}

const paragraphs = (event: TimelineEvent, where: string): HTMLElement[] => [
  make('p', { class: 'step-title' }, make('strong', {}, whenOf(event)), ` ${event.title}`),
  make('p', { class: 'step-where' }, where),
  ...notesOf(event).map((pieces) => make('p', {}, ...pieces.map(inline))),
];

const inline = (piece: Piece): Node | string =>
  typeof piece === 'string' ? piece : make('a', { href: piece.href }, piece.text);
