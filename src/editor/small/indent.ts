export interface Insertion {
  text: string;
  /** Where the cursor stands after it, from the start of the insertion. */
  cursor: number;
}

/** What Enter puts in: a new line as far in as this one, further after an opening bracket, closed before its partner. */
export function newLine(before: string, after: string): Insertion {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  if (!/[{([]\s*$/.test(line)) return { text: `\n${indent}`, cursor: indent.length + 1 };
  const inner = `\n${indent}  `;
  return { text: /^\s*[})\]]/.test(after) ? `${inner}\n${indent}` : inner, cursor: inner.length };
}
