import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { newLesson } from '../../../src/course/commands/new-lesson.ts';
import { parseCurriculum } from '../../../src/course/curriculum.ts';
import { checkLessons } from '../../../src/course/lesson-check.ts';
import { readLessonFile } from '../../../src/course/lesson-files.ts';
import { collectTypes } from '../../../src/course/types-world.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'descent-new-'));
  mkdirSync(join(root, 'content'));
  for (const list of ['curriculum', 'references', 'glossary'])
    cpSync(`content/${list}.yaml`, join(root, `content/${list}.yaml`));
});

const optimisersFile = 'content/04-learning-as-descent/03-optimisers.mdx';

test('without a name it lists what is planned', () => {
  const text = newLesson(root, []);
  expect(text).toMatch(/1\.1 +laboratory +The page is your laboratory/);
  expect(text).toContain('npm run new-lesson -- <id>');
});

test('a planned lesson is begun where the curriculum wants it, and builds as it stands', () => {
  expect(newLesson(root, ['laboratory'])).toContain('content/01-start-here/01-laboratory.mdx');
  const { lesson, problems } = readLessonFile(root, 'content/01-start-here/01-laboratory.mdx');
  expect([...problems, ...checkLessons([lesson], () => collectTypes(process.cwd()))]).toEqual([]);
  expect(lesson.parts.map(({ word }) => word)).toEqual(
    expect.arrayContaining(['Predict', 'Measured', 'Figure', 'Claim', 'Exercise', 'Quiz', 'Recap']),
  );
});

test('nothing is written over', () => {
  newLesson(root, ['laboratory']);
  expect(() => newLesson(root, ['laboratory'])).toThrow(/1\.1 is there already\n {2}Open it/);
});

test('a lesson that nobody planned says so, and is planned when all is said', () => {
  expect(() => newLesson(root, ['my-idea'])).toThrow(/no lesson "my-idea" is planned/);
  expect(() => newLesson(root, ['my-idea', '--chapter', '4'])).toThrow(/lacks --title, --minutes, --summary/);
  const before = readFileSync(join(root, 'content/curriculum.yaml'), 'utf8');
  const words = ['--title', 'My idea: one', '--minutes', '20', '--summary', 'See: an idea.'];
  expect(() => newLesson(root, ['my-idea', '--chapter', '99', ...words])).toThrow(/no chapter 99/);
  expect(() => newLesson(root, ['cost', '--chapter', '4', ...words])).toThrow(/"cost" is there twice/);
  expect(readFileSync(join(root, 'content/curriculum.yaml'), 'utf8')).toBe(before);
  const told = newLesson(root, ['my-idea', '--chapter', '4', ...words]);
  const descent = parseCurriculum(before).chapters[3]?.lessons.length ?? 0;
  const number = String(descent + 1).padStart(2, '0');
  expect(told).toContain(`content/04-learning-as-descent/${number}-my-idea.mdx`);
  const after = readFileSync(join(root, 'content/curriculum.yaml'), 'utf8');
  expect(after).toContain("title: 'My idea: one'");
  // Nothing else has changed, comments included.
  expect(after.split('\n').filter((line) => !before.split('\n').includes(line))).toHaveLength(4);
  expect(existsSync(join(root, optimisersFile))).toBe(false);
});
