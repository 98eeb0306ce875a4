/** `<descent-map>`: shows what a lesson needs and what needs it, and leads from box to box by the arrow keys. */
import { neighbourhood, type Need } from './neighbourhood.ts';

type Box = SVGGraphicsElement;

class DescentMap extends HTMLElement {
  #boxes = [...this.querySelectorAll<Box>('.box')];
  #lines = [...this.querySelectorAll<SVGPathElement>('.need')];
  #needs: Need[] = this.#lines.map(({ dataset }) => ({
    from: dataset['from'] ?? '',
    to: dataset['to'] ?? '',
  }));

  connectedCallback(): void {
    const focused = this.#boxes.find((box) => box === document.activeElement);
    this.#stopAt(focused ?? this.#boxes.find((box) => box.localName === 'a') ?? this.#boxes[0]);
    this.addEventListener('pointerover', this.#onPoint);
    this.addEventListener('pointerleave', this.#rest);
    this.addEventListener('focusin', this.#onFocus);
    this.addEventListener('focusout', this.#rest);
    this.addEventListener('keydown', this.#onKey);
    const pointed = this.querySelector<Box>('.box:hover') ?? focused;
    if (pointed) this.#choose(pointed);
  }

  #onPoint = ({ target }: Event): void => {
    const box = target instanceof Element ? target.closest<Box>('.box') : null;
    if (box) this.#choose(box);
    else this.#rest();
  };

  #onFocus = ({ target }: Event): void => {
    const box = this.#boxes.find((each) => each === target);
    if (!box) return;
    this.#stopAt(box);
    this.#choose(box);
  };

  /** Back to what has the focus, if a box has. */
  #rest = (): void => {
    const focused = this.#boxes.find((box) => box === document.activeElement);
    if (focused) this.#choose(focused);
    else this.#choose(null);
  };

  /** The map is one stop of the Tab key; from there the arrows lead on. */
  #stopAt(stop: Box | undefined): void {
    for (const box of this.#boxes) box.setAttribute('tabindex', box === stop ? '0' : '-1');
  }

  #onKey = (event: KeyboardEvent): void => {
    const at = this.#boxes.findIndex((box) => box === document.activeElement);
    const from = this.#boxes[at];
    if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = this.#leads(event.key, from, at);
    if (!to) return;
    event.preventDefault();
    to.focus();
    to.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  #leads(key: string, from: Box, at: number): Box | undefined {
    switch (key) {
      case 'ArrowRight':
        return this.#boxes[at + 1];
      case 'ArrowLeft':
        return this.#boxes[at - 1];
      case 'ArrowDown':
        return this.#inNextRow(from, 1);
      case 'ArrowUp':
        return this.#inNextRow(from, -1);
      case 'Home':
        return this.#boxes[0];
      case 'End':
        return this.#boxes.at(-1);
      default:
        return undefined;
    }
  }

  /** The box of the next row that stands nearest to straight above or below. */
  #inNextRow(from: Box, way: 1 | -1): Box | undefined {
    const { x, y } = from.getBBox();
    const beyond = this.#boxes
      .map((box) => ({ box, at: box.getBBox() }))
      .filter((each) => (each.at.y - y) * way > 1);
    const rows = beyond.map(({ at }) => at.y);
    const row = way === 1 ? Math.min(...rows) : Math.max(...rows);
    return beyond
      .filter(({ at }) => Math.abs(at.y - row) < 1)
      .sort((a, b) => Math.abs(a.at.x - x) - Math.abs(b.at.x - x))[0]?.box;
  }

  #choose(chosen: Box | null): void {
    const id = chosen?.dataset['id'] ?? '';
    const { before, after } = neighbourhood(this.#needs, id);
    const side = (from: string, to: string): string | undefined => {
      if (before.has(from) && (before.has(to) || to === id)) return 'before';
      if (after.has(to) && (after.has(from) || from === id)) return 'after';
      return undefined;
    };
    this.querySelector('svg')?.classList.toggle('chosen', chosen !== null);
    for (const box of this.#boxes) {
      const own = box.dataset['id'] ?? '';
      mark(box, own === id ? 'self' : before.has(own) ? 'before' : after.has(own) ? 'after' : undefined);
    }
    for (const line of this.#lines) mark(line, side(line.dataset['from'] ?? '', line.dataset['to'] ?? ''));
    const says = this.querySelector('.said');
    const words = chosen
      ? `Before it come ${before.size} (blue, solid), and ${after.size} wait for it (orange, dashed).`
      : 'Point at a lesson, or go from one to the next by the arrow keys, to see what it needs and what needs it.';
    if (says) says.textContent = words;
  }
}

function mark(element: SVGElement, part: string | undefined): void {
  if (part === undefined) delete element.dataset['part'];
  else element.dataset['part'] = part;
}

customElements.define('descent-map', DescentMap);
