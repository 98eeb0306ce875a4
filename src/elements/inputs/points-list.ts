import { make, setAttributes } from '../../figures/make.ts';
import type { SpecOf } from './control.ts';
import type { PointActions } from './points-plane.ts';
import type { ClassPoint, PointSet } from './point-set.ts';

type Spec = SpecOf<'points'>;

/** The same points as fields, for exact numbers and for those who use no pointer. */
export function createPointsList(
  spec: Spec,
  set: PointSet,
  actions: PointActions,
): { element: HTMLElement; draw(): void } {
  const count = make('summary');
  const rows = make('ul', { class: 'points-rows' });
  const add = make('button', { type: 'button' }, 'Add a point');
  const clear = make('button', { type: 'button' }, 'Remove all');
  add.addEventListener('click', () => {
    if (set.add((spec.x[0] + spec.x[1]) / 2, (spec.y[0] + spec.y[1]) / 2, actions.kind())) actions.changed();
  });
  clear.addEventListener('click', () => {
    set.replace([]);
    actions.changed();
  });
  const element = make(
    'details',
    { class: 'points-list' },
    count,
    rows,
    make('div', { class: 'input-buttons' }, add, clear),
  );
  const draw = () => {
    count.textContent = `${set.points.length} of at most ${spec.max} points, as a list`;
    add.disabled = set.full;
    if (!element.open) return;
    while (rows.children.length > set.points.length) rows.lastElementChild?.remove();
    set.points.forEach((point, i) => {
      const row = rows.children[i];
      if (row instanceof HTMLLIElement) fill(row, point, i);
      else rows.append(createRow(spec, set, actions, point, i));
    });
  };
  element.addEventListener('toggle', draw);
  return { element, draw };
}

function createRow(
  spec: Spec,
  set: PointSet,
  actions: PointActions,
  point: ClassPoint,
  i: number,
): HTMLLIElement {
  const field = (part: 'x' | 'y') => {
    const box = make('input', {
      type: 'number',
      step: 'any',
      min: spec[part][0],
      max: spec[part][1],
      'data-part': part,
    });
    box.addEventListener('change', () => {
      if (Number.isFinite(box.valueAsNumber)) set.change(i, { [part]: box.valueAsNumber });
      actions.changed();
    });
    box.addEventListener('focus', () => {
      set.select(i);
      actions.redraw();
    });
    return box;
  };
  const kind = make(
    'select',
    { 'data-part': 'class' },
    ...spec.classes.map((text, k) => make('option', { value: k }, text)),
  );
  kind.addEventListener('change', () => {
    set.change(i, { class: Number(kind.value) });
    actions.changed();
  });
  const remove = make('button', { type: 'button', 'aria-label': `Remove point ${i + 1}` }, '✕');
  remove.addEventListener('click', () => {
    set.remove(i);
    actions.changed();
  });
  const row = make(
    'li',
    {},
    make('span', { class: 'point-number' }, String(i + 1)),
    field('x'),
    field('y'),
    kind,
    remove,
  );
  fill(row, point, i);
  return row;
}

/** Writes a point into its row, but never into the field that has the focus. */
function fill(row: HTMLLIElement, point: ClassPoint, i: number): void {
  for (const field of row.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-part]')) {
    const part = field.dataset['part'] === 'x' ? 'x' : field.dataset['part'] === 'y' ? 'y' : 'class';
    setAttributes(field, { 'aria-label': `${part} of point ${i + 1}` });
    if (field !== document.activeElement || field instanceof HTMLSelectElement)
      field.value = String(point[part]);
  }
}
