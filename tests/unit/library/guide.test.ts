import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import ts from 'typescript';
import { figureList } from '../../../src/figures/registry.ts';
import * as data from '../../../src/library/data.ts';
import * as env from '../../../src/library/env.ts';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const flat = (text: string) => text.replace(/\s+/g, ' ');
const guide = flat(read('content/what-a-cell-can-show.mdx'));
const vocabulary = ts.createSourceFile(
  'vocabulary.ts',
  read('src/library/vocabulary.ts'),
  ts.ScriptTarget.Latest,
);

/** Signatures of an interface's members, as the guide writes them: `show.table(…): void;`. */
function signatures(name: string): string[] {
  const found = vocabulary.statements
    .filter(ts.isInterfaceDeclaration)
    .find((statement) => statement.name.text === name);
  return found!.members.map((member) => {
    const text = flat(member.getText(vocabulary));
    return `${name.toLowerCase()}${ts.isCallSignatureDeclaration(member) ? '' : '.'}${text}`;
  });
}

describe('the page "What a cell can show"', () => {
  it.each([...signatures('Show'), ...signatures('Input')])('has %s', (signature) => {
    expect(guide).toContain(signature);
  });

  it.each(['ChartSpec', 'ChartMark', 'ChartAxis', 'TrainingOptions', 'SeriesOptions', 'TrainingStep'])(
    'has the members of %s',
    (name) => {
      for (const signature of signatures(name))
        expect(guide).toContain(signature.slice(signature.indexOf('.') + 1));
    },
  );

  it.each(figureList.map(({ name, data }) => ({ name, data })))(
    'has the figure $name with its data and an example',
    ({ name, data }) => {
      expect(guide).toContain(`### \`${name}\` `);
      expect(guide).toContain(flat(data));
      expect(guide).toContain(`show.figure('${name}', {`);
    },
  );

  it.each(Object.entries({ ...data, ...env }))('lists what modules export: %s', (name, value) => {
    expect(guide).toContain(` ${name}${typeof value === 'function' ? '(' : ':'}`);
  });
});
