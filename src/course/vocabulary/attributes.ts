/** Reads the attributes of an element by a schema, with errors that say which there are. */
import type { MdxJsxAttribute } from 'mdast-util-mdx-jsx';
import * as z from 'zod';
import { meantOr } from '../likely-names.ts';
import { readLiteral, type Literal } from './literal.ts';
import type { Report, WordNode } from './word.ts';

/** An address in the page. */
export const idAttribute = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,63}$/u, 'use small letters, digits and hyphens, beginning with a letter');

export const titleAttribute = z.string().trim().min(1, 'say in a few words what it is');

/**
 * @param schema a strict object: its keys are the attributes
 * @returns the parsed attributes, or `null` after every problem has been reported
 */
export function readAttributes<T extends z.ZodRawShape>(
  node: WordNode,
  schema: z.ZodObject<T>,
  report: Report,
): z.output<z.ZodObject<T>> | null {
  const written: Record<string, Literal> = {};
  const faults: string[] = [];
  const complain = (message: string, remedy: string): void => {
    faults.push(message);
    report(node, message, remedy);
  };
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') {
      complain(`<${nameOf(node)}> takes no {...spread}.`, 'Write the attributes out.');
      continue;
    }
    const value = readValue(attribute);
    if (Object.hasOwn(written, attribute.name))
      complain(`${attribute.name} stands twice on <${nameOf(node)}>.`, 'Keep one of them.');
    if (value.ok) written[attribute.name] = value.value;
    else
      complain(
        `${attribute.name} of <${nameOf(node)}> is more than a value.`,
        `Write a number, a text, a list or an object of those, as in ${attribute.name}={0.5}.`,
      );
  }
  if (faults.length > 0) return null;
  const parsed = schema.safeParse(written, { reportInput: true });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) complain(...told(nameOf(node), issue, Object.keys(schema.shape)));
  return null;
}

export const nameOf = (node: WordNode): string => node.name ?? '';

function readValue({ value }: MdxJsxAttribute): ReturnType<typeof readLiteral> {
  if (value === null || value === undefined) return { ok: true, value: true };
  if (typeof value === 'string') return { ok: true, value };
  return readLiteral(value.data?.estree);
}

function told(name: string, issue: z.core.$ZodIssue, known: readonly string[]): [string, string] {
  const knows = `<${name}> knows ${known.length > 0 ? known.join(', ') : 'no attributes'}.`;
  if (issue.code === 'unrecognized_keys')
    return [`<${name}> knows no ${issue.keys.join(', ')}.`, meantOr(issue.keys[0] ?? '', known, knows)];
  const path = issue.path.map(String).join('.');
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return [`<${name}> has no ${path}.`, `Add ${path}. ${knows}`];
  if (issue.code === 'invalid_type' && issue.expected === 'number' && typeof issue.input === 'string')
    return [`${path} of <${name}> is a text, not a number.`, `Write a number in braces, as in ${path}={3}.`];
  if (issue.code === 'invalid_value' && issue.message.startsWith('Invalid'))
    return [
      `${path} of <${name}>: choose ${issue.values.map(String).join(', ')}.`,
      `Correct ${path}. ${knows}`,
    ];
  return [`${path} of <${name}>: ${issue.message}.`, `Correct ${path}. ${knows}`];
}
