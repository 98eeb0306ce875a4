/** A copy of the project whose content is a number of generated lessons, in a folder of its own. */
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';

const perChapter = 10;
const two = (value: number): string => String(value).padStart(2, '0');

/** Fills `folder`; lessons all have the text of `model`, a lesson's file, under names of their own. */
export function writeCourse(root: string, folder: string, lessons: number, model: string): void {
  for (const path of ['src', 'public', 'package.json', 'tsconfig.json', 'astro.config.mjs'])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const content = join(folder, 'content');
  mkdirSync(content);
  for (const list of ['references.yaml', 'glossary.yaml'])
    cpSync(join(root, 'content', list), join(content, list));
  // The index of topics speaks of lessons that are not here.
  writeFileSync(join(content, 'topics.yaml'), '[]\n');
  const body = readFileSync(join(root, model), 'utf8').replace(/^---\n[^]*?\n---\n/u, '');
  const numbers = Array.from({ length: lessons }, (_, at) => at);
  const chapters = Array.from({ length: Math.ceil(lessons / perChapter) }, (_, chapter) => ({
    folder: `${two(chapter + 1)}-chapter-${chapter + 1}`,
    title: `Chapter ${chapter + 1}`,
    lessons: numbers.slice(chapter * perChapter, (chapter + 1) * perChapter).map((at) => ({
      ...{ id: `lesson-${at}`, title: `Lesson ${at}`, minutes: 30 },
      ...{ summary: `What lesson ${at} is about.`, needs: at > 0 ? [`lesson-${at - 1}`] : [] },
    })),
  }));
  writeFileSync(join(content, 'curriculum.yaml'), stringify({ chapters }));
  for (const chapter of chapters) {
    mkdirSync(join(content, chapter.folder));
    for (const [place, { id, title, summary }] of chapter.lessons.entries())
      writeFileSync(
        join(content, chapter.folder, `${two(place + 1)}-${id}.mdx`),
        `---\n${stringify({ title, summary, objectives: ['Measure a build.'] })}---\n${body}`,
      );
  }
}
