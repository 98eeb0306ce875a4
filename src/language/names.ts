import type { AnyNode, Program } from 'acorn';
import { isGlobal, isVocabulary } from './globals.ts';
import { boundNames } from './patterns.ts';
import { Refusal } from './refusal.ts';
import type { Scope } from './scope.ts';
import { walk } from './walk.ts';

/**
 * Refuses declarations that would hide what every cell has.
 * @throws {Refusal}
 */
export function refuseReservedNames({ names }: Scope): void {
  for (const [name, { kind, offset }] of names) {
    if (kind === 'using') {
      throw new Refusal(offset, 'A cell cannot declare with using.', 'Use const, or put it in a function.');
    }
    if (name === '__proto__') throw new Refusal(offset, '__proto__ cannot be a name.', 'Choose another.');
    if (!isGlobal(name)) continue;
    const owner = isVocabulary(name) ? 'is there in every cell' : "is JavaScript's own";
    throw new Refusal(
      offset,
      `The name ${name} ${owner} and cannot be declared again.`,
      kind === 'import' ? 'Leave this import out.' : 'Choose another name.',
    );
  }
}

/**
 * Refuses assignments to the cell's own constants.
 * @throws {Refusal}
 */
export function refuseConstAssignment(program: Program, own: ReadonlySet<AnyNode>, root: Scope): void {
  walk(program, {
    enter({ node, parent, key }) {
      for (const target of targets(node, parent, key)) {
        const kind = own.has(target) ? root.names.get(target.name)?.kind : undefined;
        if (kind !== 'const' && kind !== 'import') continue;
        const what = kind === 'const' ? 'a const' : 'imported';
        throw new Refusal(
          target.start,
          `${target.name} is ${what} and cannot be assigned to.`,
          kind === 'const' ? `Declare it with let: \`let ${target.name} = …\`.` : 'Assign to another name.',
        );
      }
    },
  });
}

/** The variables that a node assigns to. */
function targets(node: AnyNode, parent: AnyNode | null, key: string | null) {
  if (node.type === 'AssignmentExpression') return boundNames(node.left);
  if (node.type === 'UpdateExpression' && node.argument.type === 'Identifier') return [node.argument];
  const head = key === 'left' && (parent?.type === 'ForInStatement' || parent?.type === 'ForOfStatement');
  if (!head || node.type === 'VariableDeclaration') return [];
  return /Pattern$|^Identifier$/.test(node.type) ? boundNames(node as never) : [];
}

/** `name`, or a longer one of its kind that the cell does not use. */
export function freshName(name: string, program: Program): string {
  const used = new Set<string>();
  walk(program, {
    enter({ node }) {
      if (node.type === 'Identifier') used.add(node.name);
    },
  });
  let fresh = name;
  while (used.has(fresh)) fresh += '$';
  return fresh;
}
