import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { gunzip, gzip } from '../../../src/teaching/packing.ts';
import { exampleFile } from '../../../src/teaching/submission-example.ts';
import {
  fieldsOf,
  kindInWords,
  submissionSchema,
  type JsonSchema,
} from '../../../src/teaching/submission-schema.ts';
import { submissionWords } from '../../../src/teaching/submission-words.ts';
import { readSubmission } from '../../../src/teaching/submission.ts';

const fields = fieldsOf(submissionSchema());

test('each field has words, and there are words for no other', () => {
  expect(fields.filter(({ words }) => words === undefined).map(({ path }) => path)).toEqual([]);
  expect(Object.keys(submissionWords).toSorted()).toEqual(fields.map(({ path }) => path).toSorted());
});

test('the schema for programs has the words too', () => {
  const { properties } = submissionSchema();
  expect(properties?.['student']?.description).toBe(submissionWords['student']);
  expect(properties?.['items']?.items?.oneOf?.[0]?.description).toBe(submissionWords['items[exercise]']);
});

test('what may stand in a field is told in words', () => {
  const kindOf = (path: string): string =>
    kindInWords(fields.find((field) => field.path === path)?.schema ?? {});
  expect(kindOf('version')).toBe('1');
  expect(kindOf('student')).toBe('text, at most 120 characters');
  expect(kindOf('items[exercise].source')).toBe('text, at most 200,000 characters, or null');
  expect(kindOf('items[exercise].tries')).toBe('whole number, 0 to 1,000,000');
  expect(kindOf('items[exercise].score')).toBe('number, or null');
  expect(kindOf('items[quiz].questions[].first')).toBe('plain data');
  // A pattern that nobody has put into words would be shown as it is.
  expect(fields.map(({ schema }) => kindInWords(schema)).filter((text) => /like \^/u.test(text))).toEqual([]);
});

/** As much of JSON Schema as the file needs; says where it does not hold. */
function faultsOf(schema: JsonSchema, data: unknown, path = ''): string[] {
  const { const: only, anyOf, oneOf, type, properties, items } = schema;
  if (anyOf ?? oneOf) {
    const each = (anyOf ?? oneOf ?? []).map((one) => faultsOf(one, data, path));
    return each.some((faults) => faults.length === 0) ? [] : [`${path}: fits none`];
  }
  if (only !== undefined) return data === only ? [] : [`${path}: is not ${only}`];
  if (type === undefined) return [];
  const kind = data === null ? 'null' : Array.isArray(data) ? 'array' : typeof data;
  const kinds = [type].flat().map((each) => (each === 'integer' ? 'number' : each));
  if (!kinds.includes(kind)) return [`${path}: is ${kind}`];
  if (typeof data === 'string' && typeof schema['pattern'] === 'string')
    return new RegExp(schema['pattern'], 'u').test(data) ? [] : [`${path}: has another pattern`];
  if (Array.isArray(data)) return data.flatMap((each, i) => faultsOf(items ?? {}, each, `${path}[${i}]`));
  if (typeof data !== 'object' || data === null) return [];
  const [has, wants] = [Object.keys(data).toSorted(), Object.keys(properties ?? {}).toSorted()];
  if (has.join() !== wants.join()) return [`${path}: has ${has.join()}`];
  return Object.entries(data).flatMap(([key, each]) =>
    faultsOf(properties?.[key] ?? {}, each, `${path}.${key}`),
  );
}

test('the example is a submission, by the schema and by the page that reads files', async () => {
  const bytes = await exampleFile();
  expect(await readSubmission(bytes)).toMatchObject({ intact: true });
  const data: unknown = JSON.parse(await gunzip(bytes, 1e6));
  expect(faultsOf(submissionSchema(), data)).toEqual([]);
  expect(faultsOf(submissionSchema(), { ...(data as object), version: 2 })).toEqual(['.version: is not 1']);
});

const scratch = mkdtempSync(join(tmpdir(), 'descent-recipe-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs the recipe as the page has it. */
function follow(bytes: Uint8Array): string {
  const file = join(scratch, 'work.descent.gz');
  writeFileSync(file, bytes);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../../../src/teaching/checksum-recipe.mjs'), file],
    { encoding: 'utf8' },
  );
  return stdout.trim() || stderr;
}

test('the recipe that the site tells makes the same checksum', async () => {
  const bytes = await exampleFile();
  expect(follow(bytes)).toBe('as it was made');
  const data = JSON.parse(await gunzip(bytes, 1e6)) as { items: { tries?: number }[]; student: string };
  // Keys in another order, signs of many languages and small numbers make no difference; a try less does.
  const turned = Object.fromEntries(Object.entries(data).toReversed());
  expect(follow(await gzip(JSON.stringify(turned)))).toBe('as it was made');
  const edited = structuredClone(data);
  edited.items[0]!.tries = 1;
  expect(follow(await gzip(JSON.stringify(edited)))).toBe('changed or damaged');
});
