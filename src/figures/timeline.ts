import { createChooser } from './chooser.ts';
import { make } from './make.ts';
import { createPicture } from './picture.ts';
import { createSlider } from './slider.ts';
import { createReader } from './step-card.ts';
import { createTimelineCard } from './timeline-card.ts';
import { eventsOf, schema, tagsOf, type TimelineData, type TimelineEvent } from './timeline-data.ts';
import { drawTimeline, nearest, type Window } from './timeline-drawing.ts';
import { longestEvent, summarise, timelineTable, whereIs } from './timeline-summary.ts';
import './timeline.css';

export { schema };

/** The years in view shrink by this with each press of Closer. */
const factor = 2;
const closest = 12;

/** Events along the years: filtered by name, looked at closer, read one by one. */
export function create(first: TimelineData): {
  element: HTMLElement;
  update(data: TimelineData): void;
  dispose(): void;
} {
  let data = first;
  let tag: string | null = null;
  let chosen: TimelineEvent | undefined;
  let view: Window = { from: first.from, to: first.to };
  let ready = false;
  const update = () => {
    if (ready) picture.update();
  };
  const span = () => view.to - view.from;

  const chooser = createChooser('Show', (index) => {
    tag = index === 0 ? null : (tagsOf(data)[index - 1] ?? null);
    choose(chosen && eventsOf(data, tag).includes(chosen) ? chosen : eventsOf(data, tag)[0]);
  });
  const zoom = (name: string, by: number) => {
    const button = make('button', { type: 'button', class: 'figure-button' }, name);
    button.addEventListener('click', () => {
      // The event that is read stays in view, unless the reader has gone elsewhere.
      const middle = (view.from + view.to) / 2;
      const year = chosen?.year ?? middle;
      look(year >= view.from && year <= view.to ? year : middle, span() * by);
    });
    return button;
  };
  const [closer, wider] = [zoom('Closer', 1 / factor), zoom('Wider', factor)];
  const buttons = make('div', { class: 'zoom' }, closer, wider);
  const pan = createSlider({
    ...{ label: 'Years', min: 0, max: 1000, step: 1, value: 500 },
    format: () => `${Math.round(view.from)}–${Math.round(view.to)}`,
    onInput: (at) => look(data.from + ((data.to - data.from) * at) / 1000, span()),
  });
  const card = createTimelineCard((step) => go(step));
  const reader = createReader('timeline', 'Timeline. Left and right arrow keys go from event to event.');

  /** Moves the view so that it has this middle and length, within the timeline. */
  function look(middle: number, length: number): void {
    const whole = data.to - data.from;
    const years = Math.min(whole, Math.max(Math.min(closest, whole), length));
    const from = Math.min(data.to - years, Math.max(data.from, middle - years / 2));
    view = { from, to: from + years };
    const [nearest, widest] = [years <= Math.min(closest, whole), years >= whole];
    closer.ariaDisabled = String(nearest);
    wider.ariaDisabled = String(widest);
    pan.element.inert = widest;
    pan.set((1000 * (from + years / 2 - data.from)) / whole);
    update();
  }

  function choose(event: TimelineEvent | undefined): void {
    chosen = event;
    const events = eventsOf(data, tag);
    const at = event ? events.indexOf(event) : 0;
    card.show(event, whereIs(data, event, tag, at), { first: at <= 0, last: at >= events.length - 1 });
    if (event && (event.year < view.from || event.year > view.to)) look(event.year, span());
    else update();
  }

  function go(step: number): void {
    const events = eventsOf(data, tag);
    const at = chosen ? events.indexOf(chosen) : step > 0 ? -1 : events.length;
    choose(events[Math.min(events.length - 1, Math.max(0, at + step))]);
  }

  reader.addEventListener('keydown', (event) => {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, Home: -1e6, End: 1e6 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    go(step);
  });
  reader.addEventListener('click', ({ offsetX, offsetY }) => {
    const found = nearest(places, offsetX, offsetY);
    if (found) choose(found);
  });

  let places: ReturnType<typeof drawTimeline>['places'] = [];
  const draw = (svg: SVGSVGElement, width: number): number => {
    const drawn = drawTimeline(data, { events: eventsOf(data, tag), view, chosen, width });
    ({ places } = drawn);
    svg.replaceChildren(...drawn.elements);
    return drawn.height;
  };
  const picture = createPicture({
    name: 'timeline',
    controls: [chooser.element, buttons, pan.element],
    over: reader,
    under: [card.element],
    draw,
    words: () => ({ summary: summarise(data, tag), table: timelineTable(data, tag) }),
  });
  const setUp = () => {
    const tags = tagsOf(data);
    chooser.set(tags.length === 0 ? [] : ['everything', ...tags], tag === null ? 0 : tags.indexOf(tag) + 1);
    card.keepRoom(longestEvent(data));
    choose(eventsOf(data, tag)[0]);
    look((data.from + data.to) / 2, data.to - data.from);
  };
  setUp();
  ready = true;
  return {
    element: picture.element,
    update: (next) => {
      data = next;
      tag = null;
      setUp();
      picture.update();
    },
    dispose: picture.dispose,
  };
}
