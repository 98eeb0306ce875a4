import { describe, expect, test } from 'vitest';
import type { Assignment } from '../../../src/teaching/assignment.ts';
import type { Collection } from '../../../src/teaching/collection.ts';
import {
  readAssignment,
  readCollection,
  writeAssignment,
  writeCollection,
} from '../../../src/teaching/files.ts';
import { gunzip, gzip } from '../../../src/teaching/packing.ts';

const assignment: Assignment = {
  ...{ id: 'k3v9x2m1q8', title: 'Week 3', note: '', opens: null, due: 1e12, zone: 'UTC', asks: 'code' },
  policy: { tries: null, hints: true, solutions: 'never', exercises: 'whole', answers: 'last' },
  items: [{ kind: 'exercise', lesson: 'cost', part: 'one-step', hash: 'qk2z7a', points: 4 }],
  extensions: [{ student: '__proto__', due: 2e12 }],
};
const collection: Collection = {
  assignment,
  entries: [
    {
      file: 'ada.gz',
      intact: true,
      submission: {
        ...{ format: 'descent-submission', version: 1, says: '', student: 'Ada', made: 1, course: '' },
        ...{ assignment: { id: assignment.id, title: 'Week 3' }, items: [], lessons: [], checksum: null },
      },
      found: new Map([
        ['exercise:cost/one-step', { kind: 'exercise', passed: 1, tests: 2, score: null, problem: 'no' }],
        ['quiz:cost/rates', { kind: 'quiz', questions: [{ question: 'a', first: null, last: true }] }],
        ['exercise:cost/old', { kind: 'gone' }],
      ]),
      points: new Map([['exercise:cost/one-step', 2.5]]),
      comments: new Map([
        ['', 'Good.'],
        ['__proto__', '=1+1'],
      ]),
    },
  ],
};

test('an assignment comes back as it was, extensions and whole hashes included', async () => {
  expect(await readAssignment(await writeAssignment(assignment))).toEqual(assignment);
});

test('a file that was unpacked on the way is read as well', async () => {
  const text = await gunzip(await writeAssignment(assignment), 1e6);
  expect(await readAssignment(new TextEncoder().encode(text))).toEqual(assignment);
});

test('a collection comes back as it was, with the file that the teacher chose', async () => {
  expect(await readCollection(await writeCollection(collection))).toEqual(collection);
  const entries = collection.entries.map((entry) => ({ ...entry, chosen: true as const }));
  expect(await readCollection(await writeCollection({ assignment, entries }))).toEqual({
    assignment,
    entries,
  });
  expect(Object.prototype).toEqual({});
});

describe('a file is refused, and says why', () => {
  const faultOf = async (read: Promise<object>) => {
    const got = await read;
    return 'fault' in got ? got.fault : got;
  };
  const changed = async (change: (data: Record<string, unknown>) => unknown) => {
    const data = JSON.parse(await gunzip(await writeCollection(collection), 1e6)) as Record<string, unknown>;
    change(data);
    return readCollection(await gzip(JSON.stringify(data)));
  };

  test('when it is another one', async () => {
    expect(await faultOf(readAssignment(await writeCollection(collection)))).toMatch(
      /not “descent-assignment”/,
    );
    expect(await faultOf(readCollection(await writeAssignment(assignment)))).toMatch(
      /not “descent-collection”/,
    );
    expect(await faultOf(readAssignment(new Uint8Array(9)))).toMatch(/another file/);
    const cut = (await writeCollection(collection)).slice(0, 100);
    expect(await faultOf(readCollection(cut))).toMatch(/cut off/);
  });

  test('when it is too large, packed or unpacked', async () => {
    expect(await faultOf(readAssignment(new Uint8Array(1_000_001)))).toMatch(/larger than 1 MB/);
    const bomb = await gzip(' '.repeat(3_000_000));
    expect(await faultOf(readAssignment(bomb))).toMatch(/more than 2 MB/);
  });

  test('when it is of a later version, or has something else in it', async () => {
    expect(await faultOf(changed(() => undefined))).toEqual(collection);
    expect(await faultOf(changed((data) => (data['version'] = 2)))).toMatch(/newer version/);
    expect(await faultOf(changed((data) => (data['more'] = 1)))).toMatch(/something else/);
    const entries = (data: Record<string, unknown>) => data['entries'] as Record<string, unknown>[];
    expect(await faultOf(changed((data) => (entries(data)[0]!['points'] = [['x', null]])))).toMatch(
      /entries → 0 → points → 0 → 1/,
    );
    expect(
      await faultOf(
        changed((data) => (data['entries'] = Array.from({ length: 1_001 }, () => entries(data)[0]))),
      ),
    ).toMatch(/at “entries”/);
  });
});
