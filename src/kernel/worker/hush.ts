const { ownKeys, getOwnPropertyDescriptor, defineProperty } = Reflect;
const prototypes = [Object.prototype, Array.prototype, Function.prototype];

/**
 * What a cell put on built-in prototypes stays there but is no longer enumerable: TensorFlow.js and the parsers of
 * messages go over objects with `for … in`.
 */
export function hushPrototypes(): void {
  for (const prototype of prototypes)
    for (const key of ownKeys(prototype)) {
      const found = getOwnPropertyDescriptor(prototype, key);
      if (found?.enumerable === true && found.configurable === true)
        defineProperty(prototype, key, { ...found, enumerable: false });
    }
}
