import type { InputSpec, InputValue } from '../../kernel/protocol.ts';
import { createAnswersInput } from './answers.ts';
import { createChoiceInput } from './choice.ts';
import type { Control } from './control.ts';
import { createDrawingInput } from './drawing.ts';
import { createFileInput } from './file.ts';
import { createNumberInput } from './number.ts';
import { createPointsInput } from './points.ts';
import { createTextInput } from './text.ts';
import './inputs.css';

export type { Control } from './control.ts';

/** The control for what a cell asks. A value that does not fit the question counts as not entered. */
export function createInput(
  spec: InputSpec,
  value: InputValue,
  onEnter: (value: InputValue) => void,
): Control {
  switch (spec.type) {
    case 'number':
      return createNumberInput(spec, value, onEnter);
    case 'choice':
      return createChoiceInput(spec, value, onEnter);
    case 'answers':
      return createAnswersInput(spec, value, onEnter);
    case 'text':
      return createTextInput(spec, value, onEnter);
    case 'points':
      return createPointsInput(spec, value, onEnter);
    case 'drawing':
      return createDrawingInput(spec, value, onEnter);
    case 'file':
      return createFileInput(spec, value, onEnter);
    default:
      return assertNever(spec);
  }
}

function assertNever(spec: never): never {
  throw new TypeError(`No control for ${JSON.stringify(spec)}`);
}
