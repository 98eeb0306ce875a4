import type MagicString from 'magic-string';
import type { Program } from 'acorn';
import { createBlank, seek, type Blank } from './blanks.ts';
import { refuseForeign } from './not-erasable.ts';
import { isTypeOnly, typed, type TypedNode } from './typed-tree.ts';
import { walk } from './walk.ts';
import type { Wrap } from './wraps.ts';

/** Nodes that JavaScript's tree does not have and that stand for the expression in them, with the word behind it. */
const wrappers: Record<string, string> = {
  ParenthesizedExpression: '',
  TSAsExpression: 'as',
  TSSatisfiesExpression: 'satisfies',
  TSNonNullExpression: '!',
  TSInstantiationExpression: '',
  TSTypeAssertion: '<',
};

const annotations = [
  'typeAnnotation',
  'returnType',
  'typeParameters',
  'typeArguments',
  'superTypeParameters',
] as const;

const modifiers = /\b(?:public|private|protected|readonly|override|abstract|declare)\b/g;

/**
 * Blanks the types in `text` and takes them out of the tree, which is plain JavaScript afterwards.
 * @throws {Refusal} at what is TypeScript and cannot be blanked
 */
export function stripTypes(program: Program, text: MagicString, wrap: Wrap): void {
  const blank = createBlank(text);
  walk(program, {
    enter({ node: plain }, { remove }) {
      const node = typed(plain);
      if (isTypeOnly(node)) {
        if (node.type !== 'ImportSpecifier') blank(node.start, node.end, { keepLines: true });
        // Removing skips the children too; asking for both would skip the next node.
        return remove();
      }
      refuseForeign(node);
      for (const decorator of node.decorators ?? []) refuseForeign(decorator);
      stripNode(node, text, blank);
      if (node.type === 'TSTypeAssertion') wrap(node.start, node.end, '', ')');
    },
    leave({ node }, { replace }) {
      if (!(node.type in wrappers)) return;
      const { expression } = typed(node) as unknown as { expression: typeof node };
      replace(expression);
    },
  });
}

function stripNode(node: TypedNode, text: MagicString, blank: Blank): void {
  if (node.type in wrappers) stripWrapper(node, text, blank);
  if (node.type === 'MethodDefinition' || node.type === 'PropertyDefinition') stripMember(node, text, blank);
  if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') stripClass(node, text, blank);
  if (node.params) stripThis(node.params, text, blank);
  if (node.type === 'Identifier' && node.optional) blankMark(node, '?', text, blank);
  if (node.type === 'VariableDeclarator' && node.definite && node.id) blankMark(node.id, '!', text, blank);
  for (const part of annotations) {
    const annotation = node[part];
    if (annotation) blank(annotation.start, annotation.end);
    Reflect.deleteProperty(node, part);
  }
}

/** The `?` or `!` behind a name. */
function blankMark(
  { start, name = '' }: TypedNode,
  mark: string,
  { original }: MagicString,
  blank: Blank,
): void {
  const offset = seek(original, start + name.length, mark);
  if (offset >= 0) blank(offset, offset + 1);
}

/** `x as T`, `x satisfies T`, `x!`, `f<T>`, `<T>x`. */
function stripWrapper(node: TypedNode, text: MagicString, blank: Blank): void {
  const { expression, typeAnnotation, start, end } = node;
  const word = wrappers[node.type] ?? '';
  if (!expression) return;
  if (node.type === 'TSTypeAssertion' && typeAnnotation) {
    // Parentheses (the second is wrapped around), because an object may follow, which begins like a block.
    text.update(start, start + 1, '(');
    blank(start + 1, seek(text.original, typeAnnotation.end, '>') + 1);
  } else if (word === '!') {
    blank(end - 1, end);
  } else if (word !== '') {
    blank(seek(text.original, expression.end, word), end);
  }
  if (word !== '') Reflect.deleteProperty(node, 'typeAnnotation');
}

/** Words before a member of a class (`private readonly`) and the mark behind its name. */
function stripMember(node: TypedNode, text: MagicString, blank: Blank): void {
  const { key } = node;
  if (!key) return;
  for (const { 0: word, index } of text.original.slice(node.start, key.start).matchAll(modifiers)) {
    blank(node.start + index, node.start + index + word.length);
  }
  const after = key.type === 'Identifier' ? key.start + (key.name?.length ?? 0) : key.end;
  for (const mark of ['?', '!']) {
    const offset = node.optional || node.definite ? seek(text.original, after, mark) : -1;
    if (offset >= 0) blank(offset, offset + 1);
  }
  if (node.optional) node.optional = false;
}

/** `abstract` and `implements …`. */
function stripClass(node: TypedNode, { original }: MagicString, blank: Blank): void {
  if (node.abstract) blank(node.start, node.start + 'abstract'.length);
  const [first] = node.implements ?? [];
  const last = node.implements?.at(-1);
  if (first && last) blank(original.lastIndexOf('implements', first.start), last.end);
  Reflect.deleteProperty(node, 'implements');
}

/** `function f(this: T, x)`: the parameter and its comma. */
function stripThis(params: TypedNode[], { original }: MagicString, blank: Blank): void {
  const [first, second] = params;
  if (first?.type !== 'Identifier' || first.name !== 'this') return;
  const comma = seek(original, first.end, ',');
  blank(first.start, second ? second.start : comma >= 0 ? comma + 1 : first.end);
  params.shift();
}
