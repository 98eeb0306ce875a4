import { make } from './make.ts';
import type { TimelineEvent } from './timeline-data.ts';
import { notesOf, whenOf, type Piece } from './timeline-summary.ts';

/** The event that is being read, with the way to the ones before and after it. */
export interface TimelineCard {
  readonly element: HTMLElement;
  /** @param where "ideas · 1 of 12" */
  show(event: TimelineEvent | undefined, where: string, ends: { first: boolean; last: boolean }): void;
  /** Keeps as much room as this event takes, so that going from one to the next moves nothing. */
  keepRoom(event: TimelineEvent | undefined): void;
}

export function createTimelineCard(go: (step: number) => void): TimelineCard {
  const button = (text: string, step: number) => {
    const made = make('button', { type: 'button', class: 'figure-button quiet' }, text);
    made.addEventListener('click', () => go(step));
    return made;
  };
  const [earlier, later] = [button('Earlier', -1), button('Later', 1)];
  const says = make('div', { class: 'timeline-says', 'aria-live': 'polite', 'aria-atomic': 'true' });
  const kept = make('div', { class: 'timeline-says kept', 'aria-hidden': true });
  const element = make(
    'div',
    { class: 'timeline-card' },
    make('div', { class: 'timeline-text' }, kept, says),
    make('div', { class: 'zoom' }, earlier, later),
  );
  return {
    element,
    show: (event, where, { first, last }) => {
      // Not `disabled`: the button that was just pressed would lose the focus.
      earlier.ariaDisabled = String(first);
      later.ariaDisabled = String(last);
      says.replaceChildren(...(event ? paragraphs(event, where) : [make('p', {}, 'No event.')]));
    },
    keepRoom: (event) => kept.replaceChildren(...(event ? paragraphs(event, '…') : [])),
  };
}

const paragraphs = (event: TimelineEvent, where: string): HTMLElement[] => [
  make('p', { class: 'timeline-title' }, make('strong', {}, whenOf(event)), ` ${event.title}`),
  make('p', { class: 'timeline-lane' }, where),
  ...notesOf(event).map((pieces) => make('p', {}, ...pieces.map(inline))),
];

const inline = (piece: Piece): Node | string =>
  typeof piece === 'string' ? piece : make('a', { href: piece.href }, piece.text);
