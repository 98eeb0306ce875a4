/** What the parser of MDX says of a text that it cannot read, told as a mistake with its place and a remedy. */
import type { VFileMessage } from 'vfile-message';
import type { Problem } from './problems.ts';

type Told = Pick<Problem, 'message' | 'remedy'> & { line?: number; column?: number };

/** What a reason of the parser's means; the first that fits is told. */
const meanings: [reason: RegExp, tell: (...found: string[]) => Told][] = [
  [
    /^Expected a closing tag for `<([^`>]*)>` \((\d+):(\d+)/u,
    (name = '', line, column) => ({
      ...{ line: Number(line), column: Number(column) },
      message: `<${name}> is never closed, or not in the paragraph where it begins.`,
      remedy: closing(name),
    }),
  ],
  [
    /^Unexpected closing tag `<\/([^`>]*)>`, expected corresponding closing tag for `<([^`>]*)>` \((\d+):/u,
    (closed, open, line) => ({
      message: `</${closed}> stands where <${open}> of line ${line} is still open.`,
      remedy: `Write </${open}> here, or before what follows it; names are spelt alike in both tags.`,
    }),
  ],
  [
    /^Unexpected closing slash `\/` in tag, expected an open tag first/u,
    () => ({
      message: 'This tag closes what was never opened.',
      remedy: 'Open it, or take it away. A fence above that is not closed with ``` swallows what follows it.',
    }),
  ],
  [
    /^Could not parse (?:expression|import)/u,
    () => ({
      message: 'What stands between { and } is no value.',
      remedy: 'In prose write \\{ and \\}; in a tag a number, a text or a list, as in is={0.5}.',
    }),
  ],
  [
    /before attribute value/u,
    () => ({
      message: 'The value of an attribute stands in straight quotes or braces.',
      remedy: 'Write it as in id="valley" or within={0.1}.',
    }),
  ],
  [
    /to create a comment in MDX/u,
    () => ({ message: '<!-- begins no comment here.', remedy: 'Write a comment as {/* … */}.' }),
  ],
  [
    /^Unexpected end of file in expression/u,
    () => ({
      message: 'This is not MDX: { begins code, and no } ends it.',
      remedy: 'In prose write \\{; in a tag close the brace.',
    }),
  ],
];

function closing(name: string): string {
  if (name === 'br') return 'Write <br />.';
  return `Write </${name}> where it ends: on a line of its own if the opening tag has one, else in the same paragraph.`;
}

/** @param fault what the parser threw */
export function mdxFault(file: string, fault: VFileMessage): Problem {
  const place = { file, line: fault.line ?? 1, column: fault.column ?? 1 };
  for (const [reason, tell] of meanings) {
    const found = reason.exec(fault.reason);
    if (found) return { ...place, ...tell(...found.slice(1)) };
  }
  return {
    ...place,
    message: `This is not MDX: ${fault.reason.replaceAll('`', '')}.`,
    remedy: 'In prose, { and < begin code: write \\{ and \\<, or close the tag.',
  };
}
