import { createInput } from '../inputs/inputs.ts';
import type { InputValue, OutputOf } from '../../kernel/protocol.ts';
import type { Drawn } from './drawn.ts';

/** A control of the cell's. A re-run sends it again: it stays as the reader left it. */
export function drawInput(
  output: OutputOf<'input'>,
  enter: (name: string, value: InputValue) => void,
): Drawn<'input'> {
  const element = document.createElement('div');
  const create = ({ spec, value }: OutputOf<'input'>) =>
    createInput(spec, value, (entered) => {
      enter(spec.name, entered);
    });
  let name = output.spec.name;
  let type = output.spec.type;
  let control = create(output);
  element.append(control.element);
  return {
    element,
    update: (next) => {
      if (next.spec.name === name && next.spec.type === type) {
        control.update(next.spec, next.value);
        return;
      }
      ({ name, type } = next.spec);
      control = create(next);
      element.replaceChildren(control.element);
    },
  };
}
