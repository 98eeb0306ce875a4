const { getOwnPropertyDescriptor, getPrototypeOf } = Reflect;

/** The name of the class that made it; `Object` for a plain object. */
export function className(value: object): string {
  const prototype = getPrototypeOf(value);
  if (prototype === null) return 'Object (null prototype)';
  const made: unknown = getOwnPropertyDescriptor(prototype, 'constructor')?.value;
  return (typeof made === 'function' ? ownText(made, 'name') : undefined) ?? 'Object';
}

/** An own property that is a text. */
export function ownText(value: object, key: string): string | undefined {
  const found: unknown = getOwnPropertyDescriptor(value, key)?.value;
  return typeof found === 'string' ? found : undefined;
}
