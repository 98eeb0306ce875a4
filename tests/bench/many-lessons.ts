/** A copy of the course with a number of generated lessons more, in a folder of its own. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument, stringify, type YAMLSeq } from 'yaml';

const perChapter = 10;
const two = (value: number): string => String(value).padStart(2, '0');

/** Fills `folder`; the lessons all have the text of `model`, a lesson's file, under names of their own. */
export function writeCourse(root: string, folder: string, lessons: number, model: string): void {
  for (const path of ['src', 'public', 'content', 'package.json', 'tsconfig.json', 'astro.config.mjs'])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  copyPackages(root, folder);
  const content = join(folder, 'content');
  const body = readFileSync(join(root, model), 'utf8').replace(/^---\n[^]*?\n---\n/u, '');
  const plan = parseDocument(readFileSync(join(content, 'curriculum.yaml'), 'utf8'));
  const chapters = plan.get('chapters') as YAMLSeq;
  const first = chapters.items.length + 1;
  const numbers = Array.from({ length: lessons }, (_, at) => at);
  for (let chapter = 0; chapter * perChapter < lessons; chapter++) {
    const name = `${two(first + chapter)}-chapter`;
    const own = numbers.slice(chapter * perChapter, (chapter + 1) * perChapter).map(toLesson);
    chapters.add(plan.createNode({ folder: name, title: `Chapter ${first + chapter}`, lessons: own }));
    mkdirSync(join(content, name));
    for (const [place, { id, title, summary }] of own.entries())
      writeFileSync(
        join(content, name, `${two(place + 1)}-${id}.mdx`),
        `---\n${stringify({ title, summary, objectives: ['Measure a build.'] })}---\n${body}`,
      );
  }
  writeFileSync(join(content, 'curriculum.yaml'), plan.toString());
}

const toLesson = (at: number) => ({
  ...{ id: `lesson-${at}`, title: `Lesson ${at}`, minutes: 30, summary: `What lesson ${at} is about.` },
  needs: at > 0 ? [`lesson-${at - 1}`] : [],
});

/** As links to the same bytes where the disk allows it. A symbolic link would do for Node, but not for Astro. */
function copyPackages(root: string, folder: string): void {
  const [from, to] = [join(root, 'node_modules'), join(folder, 'node_modules')];
  if (spawnSync('cp', ['-al', from, to]).status !== 0) cpSync(from, to, { recursive: true });
}
