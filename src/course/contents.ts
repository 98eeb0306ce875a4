/** The contents of a page: its headings and, among them, its cells, exercises and quizzes. */

export interface Heading {
  depth: number;
  slug: string;
  text: string;
}

export interface ContentsItem {
  slug: string;
  text: string;
  kind: 'heading' | 'subheading' | 'cell' | 'exercise' | 'quiz';
}

/**
 * @param body the lesson's text, as Markdown
 * @param headings what the build found in it, in order
 */
export function listContents(body: string, headings: Heading[]): ContentsItem[] {
  const rest = [...headings];
  const items: ContentsItem[] = [];
  for (const line of outline(body)) {
    if (line.kind !== 'heading') items.push(line);
    else {
      const heading = rest.shift();
      if (heading) items.push(...toItem(heading));
    }
  }
  // Headings that no line of the text spells out (they came from a component) follow at the end.
  return [...items, ...rest.flatMap(toItem)];
}

function toItem({ depth, slug, text }: Heading): ContentsItem[] {
  if (depth < 2 || depth > 3) return [];
  return [{ slug, text, kind: depth === 2 ? 'heading' : 'subheading' }];
}

type Line = { kind: 'heading' } | (ContentsItem & { kind: 'cell' | 'exercise' | 'quiz' });

/** The lines of a text that begin a heading, a cell, an exercise or a quiz; what stands inside a fence begins neither. */
function outline(body: string): Line[] {
  const lines: Line[] = [];
  const all = body.split('\n');
  let fence: string | undefined;
  for (const [at, line] of all.entries()) {
    const mark = /^\s*(`{3,}|~{3,})(.*)$/u.exec(line);
    if (fence !== undefined) {
      if (mark?.[1]?.startsWith(fence) && mark[2]?.trim() === '') fence = undefined;
    } else if (mark) {
      fence = mark[1];
      const cell = toCell(mark[2] ?? '');
      if (cell) lines.push(cell);
    } else if (/^#{1,6} /u.test(line)) lines.push({ kind: 'heading' });
    else if (/^\s*<(?:Exercise|Quiz)\b/u.test(line))
      lines.push(...toElement(all.slice(at, at + 10).join('\n')));
  }
  return lines;
}

/** An element may have its attributes on lines of their own. */
function toElement(text: string): Line[] {
  const [, name, attributes = ''] = /^\s*<(Exercise|Quiz)\b([^>]*)>/u.exec(text) ?? [];
  const id = /\bid="([^"]+)"/u.exec(attributes)?.[1];
  const title = /\btitle="([^"]+)"/u.exec(attributes)?.[1];
  if (!id) return [];
  return [{ slug: id, text: title ?? id, kind: name === 'Quiz' ? 'quiz' : 'exercise' }];
}

function toCell(meta: string): (ContentsItem & { kind: 'cell' }) | undefined {
  if (!/^\s*ts\s+cell\b/u.test(meta)) return undefined;
  const id = /\bid="([^"]+)"/u.exec(meta)?.[1];
  const title = /\btitle="([^"]+)"/u.exec(meta)?.[1];
  return id ? { slug: id, text: title ?? id, kind: 'cell' } : undefined;
}
