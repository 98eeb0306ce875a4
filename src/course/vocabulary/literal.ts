/** The value of an attribute written in braces: `is={0.97}`, `data={{ x: [0, 1] }}`. Literals only; nothing is run. */
import type { Expression, Program } from 'estree';

export type Literal = string | number | boolean | null | undefined | Literal[] | { [key: string]: Literal };

/** @returns the value, or `null` in `ok: false` where the expression is more than a literal */
export function readLiteral(
  program: Program | null | undefined,
): { ok: true; value: Literal } | { ok: false } {
  const [statement] = program?.body ?? [];
  if (statement?.type !== 'ExpressionStatement') return { ok: false };
  try {
    return { ok: true, value: valueOf(statement.expression) };
  } catch (error) {
    if (error instanceof NotLiteral) return { ok: false };
    throw error;
  }
}

class NotLiteral extends Error {}

function valueOf(node: Expression): Literal {
  switch (node.type) {
    case 'Literal':
      if (node.value instanceof RegExp || typeof node.value === 'bigint') throw new NotLiteral();
      return node.value;
    case 'TemplateLiteral':
      if (node.expressions.length > 0) throw new NotLiteral();
      return node.quasis.map(({ value }) => value.cooked ?? '').join('');
    case 'UnaryExpression': {
      const value = valueOf(node.argument);
      if (node.operator !== '-' || typeof value !== 'number') throw new NotLiteral();
      return -value;
    }
    case 'ArrayExpression':
      return node.elements.map((element) => {
        if (!element || element.type === 'SpreadElement') throw new NotLiteral();
        return valueOf(element);
      });
    case 'ObjectExpression':
      return Object.fromEntries(node.properties.map(entryOf));
    default:
      throw new NotLiteral();
  }
}

type ObjectPart = Extract<Expression, { type: 'ObjectExpression' }>['properties'][number];

function entryOf(property: ObjectPart): [string, Literal] {
  if (property.type !== 'Property' || property.computed || property.kind !== 'init') throw new NotLiteral();
  const { key } = property;
  const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : null;
  if (name === null || name === '__proto__') throw new NotLiteral();
  return [name, valueOf(property.value as Expression)];
}
