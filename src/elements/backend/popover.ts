/** Explains back ends, says which one is in use and why, and lets the reader choose one and draw a new seed. */
import type { BackendName } from '../../kernel/protocol.ts';
import { backendOf, largestSeed } from '../session/query.ts';
import { openSessions } from '../session/session.ts';
import { findAdapter, type AdapterFacts } from './adapter.ts';
import { keepBackend, keptBackend, keptProbes } from './preference.ts';
import { choices, reasons, type ReasonFacts } from './words.ts';

export function createPopover(parent: HTMLElement, anchor: HTMLElement): { toggle(): void } {
  const panel = document.createElement('div');
  panel.className = 'backend-panel';
  panel.popover = 'auto';
  panel.role = 'dialog';
  panel.ariaLabel = 'Back end';
  panel.tabIndex = -1;
  parent.append(panel);
  let adapter: AdapterFacts | null | undefined;
  const draw = (): void => panel.replaceChildren(...contents(facts(adapter), draw));
  document.addEventListener('descent-backend', draw);
  panel.addEventListener('toggle', (event) => {
    anchor.ariaExpanded = `${event.newState === 'open'}`;
  });
  return {
    toggle() {
      draw();
      panel.togglePopover();
      if (!panel.matches(':popover-open')) return;
      panel.focus({ preventScroll: true });
      if (adapter === undefined)
        void findAdapter().then((found) => {
          adapter = found;
          draw();
        });
    },
  };
}

function facts(adapter: AdapterFacts | null | undefined): ReasonFacts {
  const [session] = openSessions();
  return {
    ...(session?.facts ?? { backend: null, refused: [] }),
    asked: backendOf(location.search),
    chosen: keptBackend(),
    adapter,
    probes: keptProbes(),
  };
}

function contents(facts: ReasonFacts, draw: () => void): Node[] {
  return [
    heading('What computes on this page'),
    ...reasons(facts).map((text) => paragraph(text)),
    choice(facts, draw),
    ...seed(draw),
  ];
}

function choice({ asked, chosen }: ReasonFacts, draw: () => void): HTMLElement {
  const group = document.createElement('fieldset');
  group.append(Object.assign(document.createElement('legend'), { textContent: 'Run cells on' }));
  for (const { value, name, words } of choices)
    group.append(option(value, name, words, value === (asked ?? chosen), draw));
  return group;
}

function option(
  value: BackendName | null,
  name: string,
  words: string,
  checked: boolean,
  draw: () => void,
): HTMLElement {
  const label = document.createElement('label');
  const radio = Object.assign(document.createElement('input'), { type: 'radio', name: 'backend', checked });
  radio.value = value ?? 'auto';
  radio.addEventListener('change', () => {
    choose(value);
    draw();
    document.querySelector<HTMLElement>(`.backend-panel input[value="${value ?? 'auto'}"]`)?.focus();
  });
  const text = document.createElement('span');
  text.append(Object.assign(document.createElement('b'), { textContent: name }), ` ${words}`);
  label.append(radio, text);
  return label;
}

/** The choice outlives the page; an address that asks for another one stops doing so. */
function choose(backend: BackendName | null): void {
  keepBackend(backend);
  const address = new URL(location.href);
  if (address.searchParams.has('backend')) {
    address.searchParams.delete('backend');
    history.replaceState(history.state, '', address);
  }
  for (const session of openSessions()) session.choose(backend);
}

function seed(draw: () => void): Node[] {
  const [session] = openSessions();
  if (!session) return [];
  const row = document.createElement('div');
  row.className = 'backend-seed';
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'cell-button',
  });
  button.textContent = 'Draw a new seed';
  button.addEventListener('click', () => {
    session.reseed(1 + Math.floor(Math.random() * largestSeed));
    draw();
    document.querySelector<HTMLElement>('.backend-seed button')?.focus();
  });
  const text =
    session.seed === null
      ? 'Random numbers begin from the lesson’s own seed.'
      : `Random numbers begin from seed ${session.seed}.`;
  row.append(paragraph(`${text} The same seed gives the same numbers.`), button);
  return [row];
}

const heading = (text: string): HTMLElement =>
  Object.assign(document.createElement('h2'), { textContent: text });
const paragraph = (text: string): HTMLElement =>
  Object.assign(document.createElement('p'), { textContent: text });
