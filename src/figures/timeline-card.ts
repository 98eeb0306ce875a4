import { make } from './make.ts';
import type { TimelineEvent } from './timeline-data.ts';
import { yearOf } from './timeline-summary.ts';

/** The event that is being read, with the way to the ones before and after it. */
export interface TimelineCard {
  readonly element: HTMLElement;
  show(event: TimelineEvent | undefined, among: { lane: string; place: number; count: number }): void;
}

const sure = { certain: '', likely: 'The date is likely, not certain.', doubtful: 'The date is doubtful.' };

export function createTimelineCard(go: (step: number) => void): TimelineCard {
  const button = (text: string, step: number) => {
    const made = make('button', { type: 'button', class: 'figure-button quiet' }, text);
    made.addEventListener('click', () => go(step));
    return made;
  };
  const [earlier, later] = [button('Earlier', -1), button('Later', 1)];
  const says = make('div', { class: 'timeline-says', 'aria-live': 'polite' });
  const element = make(
    'div',
    { class: 'timeline-card' },
    says,
    make('div', { class: 'zoom' }, earlier, later),
  );
  return {
    element,
    show: (event, { lane, place, count }) => {
      // Not `disabled`: the button that was just pressed would lose the focus.
      earlier.ariaDisabled = String(place <= 0);
      later.ariaDisabled = String(place >= count - 1);
      if (event === undefined) {
        says.replaceChildren(make('p', {}, 'No event.'));
        return;
      }
      const certainty = sure[event.certainty ?? 'certain'];
      const lines = [event.text ?? '', certainty, event.source ? `Source: ${event.source}` : ''];
      says.replaceChildren(
        make('p', { class: 'timeline-title' }, make('strong', {}, yearOf(event)), ` ${event.title}`),
        make('p', { class: 'timeline-lane' }, `${lane} · ${place + 1} of ${count}`),
        ...lines.filter(Boolean).map((line) => make('p', {}, line)),
      );
    },
  };
}
