import { freshId, make } from '../../figures/make.ts';
import type { InputSpec, InputValue } from '../../kernel/protocol.ts';
import { pace, type Control, type Enter, type SpecOf } from './control.ts';
import { createPlane } from './points-plane.ts';
import { createPointsList } from './points-list.ts';
import { createPointSet, isPoints, type ClassPoint } from './point-set.ts';

type Spec = SpecOf<'points'>;

/** Points in a plane: set and dragged with a pointer, or written and moved with the keyboard in the list below. */
export function createPointsInput(spec: Spec, value: InputValue, onEnter: Enter): Control {
  const set = createPointSet(spec, isPoints(value) ? value : spec.value);
  let kind = 0;
  const { soon } = pace<ClassPoint[]>(onEnter, 100);
  const changed = () => {
    draw();
    soon([...set.points]);
  };
  const chooser = classChooser(spec, (next) => {
    kind = next;
    if (set.selected !== null) {
      set.change(set.selected, { class: next });
      changed();
    }
  });
  const actions = { kind: () => kind, changed, redraw: () => draw() };
  const plane = createPlane(spec, set, actions);
  const list = createPointsList(spec, set, actions);
  const draw = () => {
    plane.draw();
    list.draw();
  };
  const hint =
    'Click to add, drag to move. With the keyboard: arrow keys move the selected point, Page Up and Page Down select another, Enter adds one in the middle, Delete removes.';
  const element = make(
    'fieldset',
    { class: 'input input-points' },
    make('legend', { class: 'input-label' }, spec.name),
    chooser,
    plane.element,
    make('p', { class: 'input-says' }, hint),
    list.element,
  );
  draw();
  const update = (next: InputSpec, entered: InputValue) => {
    if (next.type !== 'points' || element.contains(document.activeElement) || !isPoints(entered)) return;
    set.replace(entered);
    draw();
  };
  return { element, update };
}

function classChooser(spec: Spec, onChoose: (kind: number) => void): HTMLElement {
  const name = freshId('class');
  const labels = spec.classes.map((text, i) => {
    const button = make('input', { type: 'radio', name, value: i, checked: i === 0 });
    button.addEventListener('change', () => {
      onChoose(i);
    });
    return make(
      'label',
      { 'data-class': i },
      button,
      make('span', { class: 'class-mark', 'aria-hidden': 'true' }, marks[i] ?? '●'),
      ` ${text}`,
    );
  });
  const group = make(
    'div',
    { class: 'input-classes', role: 'radiogroup', 'aria-label': 'Class of the next point' },
    ...labels,
  );
  group.hidden = spec.classes.length < 2;
  return group;
}

const marks = ['●', '▲', '■', '◆'];
