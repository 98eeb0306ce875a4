/** The schema of a submission as others can use it: JSON Schema, and rows for a table. Made from the one that reads files. */
import * as z from 'zod/mini';
import { submission } from './submission.ts';
import { submissionWords } from './submission-words.ts';

/** As much of JSON Schema (draft 2020-12) as a submission needs. */
export interface JsonSchema {
  [key: string]: unknown;
  type?: string | string[];
  const?: string | number;
  description?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
}

export interface Field {
  /** `items[exercise].others[].cell` */
  path: string;
  schema: JsonSchema;
  /** `undefined` where nobody has written what it means. */
  words: string | undefined;
}

/** All fields in the order of the schema, what holds others before what it holds. */
export function fieldsOf(schema: JsonSchema, path = ''): Field[] {
  const { properties = {}, items, oneOf } = schema;
  const below = Object.entries(properties).map(([name, each]): [string, JsonSchema] => [
    path === '' ? name : `${path}.${name}`,
    each,
  ]);
  for (const each of items?.oneOf ?? oneOf ?? []) below.push([`${path}[${kindOf(each)}]`, each]);
  if (items?.type === 'object') below.push([`${path}[]`, items]);
  return below.flatMap(([at, each]) => [
    { path: at, schema: each, words: Object.hasOwn(submissionWords, at) ? submissionWords[at] : undefined },
    ...fieldsOf(each, at),
  ]);
}

const kindOf = ({ properties }: JsonSchema): string => String(properties?.['kind']?.const ?? '');

/** JSON Schema (draft 2020-12) of the file, unpacked, with a description of each field. */
export function submissionSchema(): JsonSchema {
  const schema = z.toJSONSchema(submission, { target: 'draft-2020-12', io: 'input' }) as JsonSchema;
  for (const { schema: each, words } of fieldsOf(schema)) if (words !== undefined) each.description = words;
  const { $schema, ...rest } = schema;
  return {
    $schema,
    title: 'A submission of Descent',
    description: 'What stands in a file that a student hands in, once it is unpacked (gzip).',
    ...rest,
  };
}

/** What may stand there, in words: `text, at most 120 characters`. */
export function kindInWords(schema: JsonSchema): string {
  const { const: only, anyOf, type } = schema;
  if (only !== undefined) return typeof only === 'string' ? `“${only}”` : String(only);
  if (anyOf) return anyOf.map(kindInWords).join(', or ');
  if (Array.isArray(type)) return type.map((each) => kindInWords({ ...schema, type: each })).join(', or ');
  const [most, least] = [schema['maximum'], schema['minimum']];
  switch (type) {
    case 'null':
      return 'null';
    case 'boolean':
      return 'true or false';
    case 'string':
      return ['text', lengthInWords(schema)].filter((part) => part !== '').join(', ');
    case 'integer':
      return `whole number, ${count(least)} to ${count(most)}`;
    case 'number':
      return most === latest ? 'milliseconds, ≥ 0' : 'number';
    case 'array':
      return `list, at most ${count(schema['maxItems'])}`;
    case 'object':
      return 'record';
    default:
      return 'plain data';
  }
}

/** The last moment that a date can name. */
const latest = 8.64e15;

function lengthInWords({ pattern, maxLength }: JsonSchema): string {
  if (typeof pattern === 'string') return patterns[pattern] ?? `like ${pattern}`;
  return maxLength === undefined ? '' : `at most ${count(maxLength)} characters`;
}

const patterns: Readonly<Record<string, string>> = {
  '^[a-z][a-z0-9-]{0,79}$': 'an id: small letters, digits, hyphens',
  '^[0-9a-z]{8,32}$': '8 to 32 small letters and digits',
  '^[0-9a-z]{4,64}$': '4 to 64 small letters and digits',
  '^[0-9a-f]{64}$': '64 hexadecimal digits',
};

const count = (value: unknown): string => new Intl.NumberFormat('en-GB').format(Number(value));
