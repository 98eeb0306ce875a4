import type { Plain } from '../plain.ts';
import { parsePath, stepText, type PathStep } from '../value-path.ts';
import type { LessonCell } from './lesson.ts';
import type { Scope } from './scope.ts';
import { ownData, toPlain, Unreadable, viewLength, type TensorReader } from './to-plain.ts';

export interface ReadFrom {
  scope: Scope;
  cells(): readonly Pick<LessonCell, 'title' | 'defines'>[];
  tensors: TensorReader | null;
}

/** The value that a path leads to, as plain data. Rejects with a sentence where it leads to none. */
export async function readPath(text: string, from: ReadFrom): Promise<Plain> {
  const path = parsePath(text);
  if (path === null)
    throw new Unreadable(
      `'${text.slice(0, 100)}' is not the path of a value: write a name, then .name or [number].`,
    );
  let said = path.name;
  let value = variable(path.name, from);
  for (const step of path.steps) {
    value = await follow(value, step, said, from.tensors);
    said += stepText(step);
  }
  return toPlain(value, said, from.tensors);
}

/** What a variable of the lesson's scope holds. */
export function variable(name: string, { scope, cells }: ReadFrom): unknown {
  const found = Reflect.getOwnPropertyDescriptor(scope.$, name);
  if (found !== undefined && 'value' in found) return found.value;
  const title = cells().find(({ defines }) => defines.includes(name))?.title;
  if (title === undefined) throw new Unreadable(`No cell defines ${name}.`);
  throw new Unreadable(
    found === undefined
      ? `${name} has no value yet: the cell "${title}", which defines it, has not run.`
      : `${name} has no value: the cell "${title}" did not come to the line that gives it one.`,
  );
}

async function follow(
  value: unknown,
  step: PathStep,
  said: string,
  tensors: TensorReader | null,
): Promise<unknown> {
  const at = said + stepText(step);
  const key = 'index' in step ? String(step.index) : step.property;
  if (typeof value === 'string') {
    if (key === 'length') return value.length;
    if ('index' in step && step.index < value.length) return value.charAt(step.index);
    throw new Unreadable(`${at} is not there: ${said} is a text.`);
  }
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null)
    throw new Unreadable(
      `${at} is not there: ${said} is ${value === undefined ? 'undefined' : `a ${typeof value}`}.`,
    );
  if ('index' in step && tensors?.isTensor(value) === true)
    return ownData((await toPlain(value, said, tensors)) as object, key, at);
  if (key === 'length' && ArrayBuffer.isView(value) && !(value instanceof DataView)) return viewLength(value);
  try {
    return ownData(value, key, at);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(`${said} does not let itself be read.`);
  }
}
