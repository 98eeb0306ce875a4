/** Reads the table of a question that matches pairs (left, right, why) or sorts into groups (item, group, why). */
import type { Table, TableRow } from 'mdast';
import { reportTwins } from './question-choices.ts';
import { keyFor, plainText } from './question-parts.ts';
import type { Row, Target } from './quiz-spec.ts';
import type { Report } from './word.ts';

/** @param explained whether a block quote after the table explains the rows together */
export function readRows(
  table: Table,
  kind: 'pairs' | 'groups',
  explained: boolean,
  report: Report,
): { rows: Row[]; targets: Target[] } {
  const [head, ...body] = table.children;
  const columns = head?.children.length ?? 0;
  if (columns < 2 || columns > 3)
    report(
      table,
      `The table of a question of kind ${kind} has two or three columns, not ${columns}.`,
      `Write ${kind === 'pairs' ? 'left | right | why' : 'item | group | why'}.`,
    );
  else if (columns === 2 && !explained)
    report(
      table,
      'These rows do not explain themselves.',
      'Add a third column with the reasons, or "> why" after the table.',
    );
  const rows = body.map((row) => readRow(row, columns, report));
  const targets = [...new Map(rows.map(({ target }) => [target.key, target])).values()];
  if (rows.length < 2) report(table, 'This table has too few rows.', 'Write at least two.');
  reportTwins(table, rows, 'rows', report);
  if (kind === 'pairs')
    reportTwins(
      table,
      rows.map(({ target }) => target),
      'right-hand sides',
      report,
    );
  else if (targets.length === 1)
    report(table, 'Everything here belongs to one group.', 'Sort into at least two groups.');
  else if (rows.length > 1 && targets.length === rows.length)
    report(
      table,
      'No two items of this question belong to one group.',
      'Write one row for each item, item | group | why, or kind="pairs" where each has a partner of its own.',
    );
  return { rows: rows.map((row) => ({ ...row, target: row.target.key })), targets };
}

function readRow(row: TableRow, columns: number, report: Report) {
  const [left = '', right = '', why = ''] = row.children.map(({ children }) => plainText(children));
  if (left === '' || right === '') report(row, 'A cell of this row is empty.', 'Fill in both sides.');
  else if (columns === 3 && why === '')
    report(row, 'This row does not explain itself.', 'Write the reason into its third column.');
  return { key: keyFor(left), text: left, why, target: { key: keyFor(right), text: right } };
}
