/**
 * `<Measured cell="train" value="accuracy" is={0.97} within={0.02} />`: a number (or a word, such as the winner's name)
 * that a run of the lesson's cells gives. It is printed, and `tests/lessons/measured.test.ts` runs the cell and
 * compares. What stands inside takes the place of the print and must contain the number.
 */
import { toString } from 'mdast-util-to-string';
import * as z from 'zod';
import { readAttributes } from './attributes.ts';
import { cellAttribute, checkPath, pathAttribute } from './measured-path.ts';
import { containsNumber, halfUnit, printNumber } from './measured-print.ts';
import { block } from './node.ts';
import type { Word } from './word.ts';

const attributes = z.strictObject({
  cell: cellAttribute,
  value: pathAttribute,
  is: z.union([z.number(), z.string().trim().min(1)], { error: 'write a number in braces, or a word' }),
  /** How far a run may be off; half a unit of the last printed digit when not given. */
  within: z.number().min(0, 'write how far a run may be off: 0 or more').optional(),
  /** Significant digits that are printed; all when not given. */
  digits: z.int().min(1).max(15).optional(),
  /** `%` prints a share as a percentage; any other unit follows the number. */
  unit: z.string().trim().min(1).max(12).optional(),
});

export interface MeasuredSpec {
  cell: string;
  value: string;
  is: number | string;
  /** 0 for words. */
  within: number;
  text: string;
}

export const measured: Word<MeasuredSpec> = {
  name: 'Measured',
  parse(node, report) {
    const read = readAttributes(node, attributes, report);
    if (!read) return null;
    const { cell, value, is, within, digits, unit } = read;
    const inside = toString(node).trim();
    if (typeof is === 'string') {
      if (within !== undefined || digits !== undefined || unit !== undefined)
        report(
          node,
          '<Measured> with a word in is takes no within, digits or unit.',
          'Leave them out, or write is={…}.',
        );
      if (inside !== '' && !inside.includes(is))
        report(node, `<Measured> prints “${inside}”, which does not contain ${is}.`, 'Make the two agree.');
      return { cell, value, is, within: 0, text: inside || is };
    }
    const print = { ...(digits !== undefined && { digits }), ...(unit !== undefined && { unit }) };
    if (inside !== '' && !containsNumber(inside, is))
      report(
        node,
        `<Measured> prints “${inside}”, which does not contain ${is}.`,
        'Make the two agree, or leave the text out: the number prints itself.',
      );
    return {
      ...{ cell, value, is },
      within: within ?? halfUnit(is, print),
      text: inside || printNumber(is, print),
    };
  },
  check: checkPath,
  render: ({ cell, value, is, within, text }, { children }) =>
    block(
      'data',
      {
        className: ['measured'],
        value: String(is),
        title: 'A run of the cell gives this; a test runs it again.',
        dataCell: cell,
        dataValue: value,
        dataWithin: String(within),
      },
      children.length > 0 ? children : [text],
    ),
};
