import { describe, expect, test } from 'vitest';
import { attention, createReadingClock } from '../../../src/learning/progress-clock.ts';
import { countDone, partDone, toLessonParts } from '../../../src/learning/progress-done.ts';
import { largest, readProgressFile, writeProgressFile } from '../../../src/learning/progress-file.ts';
import { mergeProgress, mergeWork } from '../../../src/learning/progress-merge.ts';
import { readNote, writeNote } from '../../../src/learning/progress-note.ts';
import { doneInWords, timeInWords } from '../../../src/learning/progress-words.ts';
import {
  noProgress,
  toProgress,
  withFact,
  type Fact,
  type LessonProgress,
} from '../../../src/learning/progress.ts';
import type { Work } from '../../../src/learning/work.ts';

const after = (...facts: Fact[]): LessonProgress =>
  facts.reduce((progress, fact, at) => withFact(progress, fact, 1000 + at), noProgress(1000));

const answered = (right: boolean, answer = 1): Fact => ({
  ...{ type: 'answered', quiz: 'rates', question: 'first' },
  ...{ answer, right },
});

describe('facts', () => {
  test('a cell counts once, time adds up, moments are kept', () => {
    const progress = after(
      { type: 'ran', cell: 'a' },
      { type: 'spent', ms: 20 },
      { type: 'ran', cell: 'a' },
      { type: 'spent', ms: 5 },
    );
    expect(progress).toMatchObject({ cells: ['a'], ms: 25, first: 1000, last: 1003 });
  });

  test('what another page noted later is not made earlier', () => {
    expect(withFact({ ...noProgress(0), last: 500 }, { type: 'ran', cell: 'a' }, 100).last).toBe(500);
  });

  test('an exercise once passed stays passed; the best score is the better one', () => {
    const checked = (passed: boolean, value: number): Fact => ({
      ...{ type: 'checked', exercise: 'e', passed },
      score: { value, better: 'lower' },
    });
    const { exercises } = after(checked(false, 3), checked(true, 1), checked(false, 2));
    const best = { value: 1, better: 'lower' };
    expect(exercises['e']).toEqual({ state: 'passed', tries: 3, hints: 0, solution: false, best });
    const diverged = after(checked(false, Infinity));
    expect(diverged.exercises['e']).toEqual({ state: 'tried', tries: 1, hints: 0, solution: false });
    expect(toProgress(diverged)).not.toBeNull();
  });

  test('what the last check said is kept in brief, and no longer than the next check', () => {
    const checked = (said?: string): Fact => ({
      ...{ type: 'checked', exercise: 'e', passed: false },
      ...(said !== undefined && { said }),
    });
    const long = after(checked('failed: a'), checked('x'.repeat(3_000)));
    expect(long.exercises['e']?.said).toBe('x'.repeat(2_000));
    expect(toProgress(long)).not.toBeNull();
    expect(after(checked('failed: a'), checked()).exercises['e']).not.toHaveProperty('said');
    // A hint does not take it away, and of two browsers the later one is believed.
    const hinted = after(checked('mine'), { type: 'hint', exercise: 'e', hints: 1 });
    expect(hinted.exercises['e']?.said).toBe('mine');
    const later = { ...after(checked('theirs')), last: 9_000 };
    expect(mergeProgress(hinted, later).exercises['e']?.said).toBe('theirs');
    expect(mergeProgress(later, hinted).exercises['e']?.said).toBe('theirs');
  });

  test('the first answer is kept, and a wrong one comes back tomorrow', () => {
    const { quizzes } = after(answered(false, 7), answered(false, 8));
    const day = 86_400_000;
    expect(quizzes['rates']?.['first']).toEqual({
      ...{ first: 7, firstRight: false, last: 8, right: false, tries: 2 },
      review: { due: 1001 + day, days: 1 },
    });
  });

  test('a stored record is read strictly and bounded', () => {
    expect(toProgress(after({ type: 'ran', cell: 'a' }))).not.toBeNull();
    for (const bad of [
      null,
      [],
      { ...noProgress(0), extra: 1 },
      { ...noProgress(0), ms: -1 },
      { ...noProgress(0), last: 9e15 },
      { ...noProgress(0), predictions: { p: new Array(1e9) } },
      { ...noProgress(0), predictions: { p: new Map() } },
      { ...noProgress(0), cells: Array.from({ length: 501 }, (_, i) => `c${i}`) },
      {
        ...noProgress(0),
        predictions: Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`p${i}`, 1])),
      },
    ])
      expect(toProgress(bad)).toBeNull();
  });
});

describe('how much is done', () => {
  const parts = { cells: ['a', 'b'], exercises: ['e'], questions: ['rates/first'] };

  test('counts what the lesson has now, passed and answered', () => {
    const progress = after(
      { type: 'ran', cell: 'a' },
      { type: 'ran', cell: 'gone' },
      { type: 'checked', exercise: 'e', passed: false },
      answered(false),
    );
    expect(countDone(parts, progress)).toEqual({
      cells: { done: 1, of: 2 },
      exercises: { done: 0, of: 1 },
      questions: { done: 1, of: 1 },
    });
    expect(partDone(parts, progress)).toBe(0.5);
    expect(partDone({ cells: [], exercises: [], questions: [] }, progress)).toBe(0);
  });

  test('what is not a list of parts is none', () => {
    for (const text of ['', '{', '[]', '{"cells":[1]}'])
      expect(toLessonParts(text)).toEqual({ cells: [], exercises: [], questions: [] });
  });

  test('in words', () => {
    expect([0, 0.05, 0.25, 0.5, 0.75, 0.95, 1].map(doneInWords)).toEqual([
      '',
      'begun',
      'a quarter done',
      'half done',
      'three quarters done',
      'nearly done',
      'done',
    ]);
    expect([0, 29_000, 60_000, 3_600_000, 3_900_000].map(timeInWords)).toEqual([
      '',
      '',
      '1 min',
      '1 h',
      '1 h 5 min',
    ]);
  });
});

describe('the clock of reading', () => {
  test('counts while the page is in view and a sign of life is not older than a minute', () => {
    let now = 0;
    const clock = createReadingClock(() => now);
    now = 10_000;
    expect(clock.take()).toBe(10_000);
    now += attention * 10;
    expect(clock.take()).toBe(attention - 10_000);
    clock.touch();
    now += 5_000;
    clock.show(false);
    now += 30_000;
    clock.touch();
    clock.show(true);
    now += 1_000;
    expect(clock.take()).toBe(6_000);
    expect(clock.take()).toBe(0);
  });
});

describe('the note', () => {
  test('comes back', () => {
    const note = {
      done: new Map([['cost', 0.5]]),
      last: { lesson: 'cost', anchor: 'five-rates', label: 'Five rates' },
      off: false,
    };
    expect(readNote(writeNote(note))).toEqual(note);
  });

  test('of anything else takes what is sound', () => {
    const none = { done: new Map(), last: null, off: false };
    for (const text of [null, '', '7', 'null', '[]', '{"done":[],"last":7}', '{"last":{"lesson":"cost"}}'])
      expect(readNote(text)).toEqual(none);
    expect(readNote('{"done":{"a":2,"b":"1","c":0.5},"off":1}')).toEqual({
      ...none,
      done: new Map([['c', 0.5]]),
    });
    expect(
      readNote(JSON.stringify({ last: { lesson: 'x'.repeat(300), anchor: '', label: '' } })).last,
    ).toBeNull();
  });
});

const work = (source: string, at: number, more: Partial<Work> = {}): Work => ({
  ...{ format: 1, source, base: 'b', inputs: [], at, revision: 1, writer: 'a', others: [] },
  ...more,
});

describe('joining a file with what is known', () => {
  const known = after({ type: 'ran', cell: 'a' }, { type: 'spent', ms: 10 }, answered(true, 1));
  const older = { ...after({ type: 'ran', cell: 'b' }, { type: 'spent', ms: 50 }), first: 1, last: 2 };

  test('nothing is lost and nothing counted twice', () => {
    const merged = mergeProgress(known, older);
    expect(merged).toMatchObject({ cells: ['a', 'b'], ms: 50, first: 1, last: known.last });
    expect(mergeProgress(merged, older)).toEqual(merged);
    expect(mergeProgress(known, known)).toEqual(known);
  });

  test('what is known stays unless the file is newer', () => {
    const given = withFact(
      after(answered(false, 9)),
      { type: 'predicted', prediction: 'p', answer: 2 },
      1000,
    );
    const mine = withFact(known, { type: 'predicted', prediction: 'p', answer: 1 }, 1002);
    expect(mergeProgress(mine, given).quizzes['rates']?.['first']?.last).toBe(1);
    expect(mergeProgress(mine, given).predictions['p']).toBe(1);
    const newer = { ...given, last: 5_000 };
    expect(mergeProgress(mine, newer).quizzes['rates']?.['first']).toMatchObject({ first: 1, last: 9 });
    expect(mergeProgress(mine, newer).predictions['p']).toBe(2);
  });

  test('the better score stays, whichever was later, and so do the numbers it was passed with', () => {
    const scored = (value: number, numbers?: string): LessonProgress =>
      after({
        ...{ type: 'checked', exercise: 'e', passed: true, score: { value, better: 'higher' } },
        ...(numbers !== undefined && { numbers }),
      });
    for (const [mine, theirs] of [
      [scored(0.9, 'first'), { ...scored(0.8), last: 5_000 }],
      [scored(0.8), scored(0.9, 'first')],
    ] as const) {
      const { exercises } = mergeProgress(mine, theirs);
      expect(exercises['e']).toMatchObject({ best: { value: 0.9, better: 'higher' }, numbers: 'first' });
    }
  });

  test('of two texts the newer stands and the other is kept beside it', () => {
    expect(mergeWork(null, work('theirs', 5))).toEqual(work('theirs', 5));
    for (const [mine, theirs] of [
      [9, 5],
      [5, 9],
    ] as const) {
      const merged = mergeWork(work('mine', mine), work('theirs', theirs));
      expect(merged.source).toBe(mine > theirs ? 'mine' : 'theirs');
      expect(merged.others.map(({ source }) => source)).toEqual([mine > theirs ? 'theirs' : 'mine']);
      expect(merged.revision).toBe(2);
    }
    expect(mergeWork(work('same', 1), work('same', 1)).others).toEqual([]);
  });
});

describe('the file', () => {
  const lessons = new Map([['cost', after({ type: 'ran', cell: 'a' }, answered(false))]]);
  const texts = new Map([['cost/train', work('let w = 1', 7)]]);
  const text = writeProgressFile({ lessons, work: texts }, new Date(0));

  test('comes back as it was', () => {
    expect(readProgressFile(text)).toEqual({ lessons, work: texts });
  });

  test('of another kind, cut off, changed or too large is refused, with the place', () => {
    const fault = (of: string): string => {
      const read = readProgressFile(of);
      return 'fault' in read ? read.fault : '';
    };
    expect(fault(text.slice(0, 50))).toContain('not JSON');
    expect(fault('{"lesson":"cost"}')).toContain('not a file of progress');
    expect(fault(text.replace('"ms": 0', '"ms": "long"'))).toContain('lessons → cost → ms');
    expect(fault(text.replace('"cost":', '"__proto__x":'))).toContain('lessons');
    expect(fault(text.replace('"cost/train"', '"../x"'))).toContain('work');
    expect(fault(text.replace('"version": 1', '"version": 2'))).toContain('version');
    expect(fault(text.replace('"exported"', '"more": 1, "exported"'))).toContain('more');
    expect(fault(' '.repeat(largest + 1))).toContain('20 MB');
    expect(fault(text.replace('"cost": {', '"constructor": {}, "cost": {'))).toContain('constructor');
    expect(fault(text.replace('"last": 1001', '"last": 1e300'))).toContain('lessons → cost → last');
    // Written so, it is no key that an object can have been given.
    const odd = readProgressFile(text.replace('"cost": {', '"__proto__": { "x": 1 }, "cost": {'));
    expect('lessons' in odd && [...odd.lessons.keys()]).toEqual(['cost']);
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(fault(text.replace('"predictions": {', `"predictions": { "p": ${deep}`))).toContain(
      'predictions → p',
    );
    const many = Array.from({ length: 2_001 }, (_, i) => `"a${i}": ${JSON.stringify(noProgress(0))}`);
    expect(fault(text.replace('"lessons": {', `"lessons": { ${many.join()},`))).toContain('lessons');
  });
});
