import { expect, test } from 'vitest';
import { canonical } from '../../../src/teaching/checksum.ts';
import { gunzip, gzip } from '../../../src/teaching/packing.ts';
import {
  largest,
  readSubmission,
  selfReported,
  writeSubmission,
  type Handover,
  type ReadSubmission,
  type Submission,
} from '../../../src/teaching/submission.ts';

const handover: Handover = {
  assignment: { id: 'k3v9x2m1q8', title: 'Week 3' },
  student: 'Ada <img src=x onerror=alert(1)>',
  made: Date.UTC(2026, 11, 3),
  course: '0.1.0',
  lessons: [{ lesson: 'cost', ms: 90_000, first: 1, last: 2 }],
  items: [
    {
      ...{ kind: 'exercise', lesson: 'cost', part: 'one-step', hash: 'qk2z7a' },
      source: 'const step = (w: number) => w - 0.1;\n',
      others: [{ cell: 'line', source: '"__proto__"' }],
      numbers: null,
      ...{ tries: 3, hints: 1, solution: false, passed: true, score: null },
      output: 'passed: goes downhill',
    },
    {
      ...{ kind: 'quiz', lesson: 'cost', part: 'rates', hash: 'abcdef' },
      questions: [
        {
          question: 'too-large',
          first: ['a', 2],
          firstRight: false,
          last: { row: 'x' },
          right: true,
          tries: 2,
        },
      ],
    },
  ],
};

const changed = async (change: (data: Submission) => unknown): Promise<Uint8Array<ArrayBuffer>> => {
  const data = JSON.parse(await gunzip(await writeSubmission(handover), 1e6)) as Submission;
  change(data);
  return gzip(JSON.stringify(data));
};
const faultOf = async (bytes: Uint8Array<ArrayBuffer>) => {
  const read = await readSubmission(bytes);
  return 'fault' in read ? read.fault : read;
};

test('what is handed in is what is taken in, and it says of itself that nobody has checked it', async () => {
  const bytes = await writeSubmission(handover);
  expect([...bytes.slice(0, 2)]).toEqual([0x1f, 0x8b]);
  const { submission, intact } = (await readSubmission(bytes)) as ReadSubmission;
  expect(submission).toMatchObject(handover);
  expect(submission.says).toBe(selfReported);
  expect(intact).toBe(true);
});

test('a file that was unpacked on its way is read as well', async () => {
  const text = await gunzip(await writeSubmission(handover), 1e6);
  const read = (await readSubmission(new TextEncoder().encode(text))) as ReadSubmission;
  expect(read.intact).toBe(true);
});

test('one that was edited is read, and does not count as intact', async () => {
  const edited = await changed((data) => (data.student = 'Grace'));
  expect((await readSubmission(edited)) as ReadSubmission).toMatchObject({
    intact: false,
    submission: { student: 'Grace' },
  });
});

test('the order of keys does not count', async () => {
  const turned = await changed((data) => {
    const { student } = data;
    delete (data as Partial<Submission>).student;
    data.student = student;
  });
  expect(((await readSubmission(turned)) as ReadSubmission).intact).toBe(true);
  expect(canonical({ b: [1, null], a: 'ü"' })).toBe('{"a":"ü\\"","b":[1,null]}');
});

test.each<[string, (data: Submission) => unknown, RegExp]>([
  ['another format', (data) => ((data as { format: string }).format = 'descent-progress'), /no submission/],
  ['a future version', (data) => ((data as { version: number }).version = 2), /newer version/],
  ['a field more', (data) => ((data as { more?: number }).more = 1), /something else/],
  ['a date that is none', (data) => ((data as { made: unknown }).made = null), /“made”/],
  ['an id that leads elsewhere', (data) => (data.items[0]!.lesson = '../x'), /items → 0 → lesson/],
  ['201 items', (data) => (data.items = Array.from({ length: 201 }, () => data.items[0]!)), /“items”/],
  ['a text without end', (data) => (data.student = 'x'.repeat(121)), /“student”/],
])('%s is refused by name', async (_, change, words) => {
  expect(await faultOf(await changed(change))).toMatch(words);
});

test('keys that would reach into prototypes stay data or are refused', async () => {
  const text = (await gunzip(await writeSubmission(handover), 1e6)).replace(
    '"says"',
    '"__proto__":{"polluted":1},"says"',
  );
  await readSubmission(await gzip(text));
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test('rubbish, halves and bombs are refused', async () => {
  const whole = await writeSubmission(handover);
  for (const end of [0, 1, 2, 10, 40, whole.length >> 1, whole.length - 1])
    expect(await faultOf(whole.slice(0, end)), `${end} bytes`).toMatch(/again|no submission/);
  expect(await faultOf(new Uint8Array(1_000))).toMatch(/no JSON|damaged/);
  expect(await faultOf(Uint8Array.from({ length: 300 }, (_, i) => i % 256))).toMatch(/damaged/);
  expect(await faultOf(new Uint8Array(largest.file + 1))).toMatch(/larger than 2 MB/);
  const bomb = await gzip(' '.repeat(100_000_000));
  expect(bomb.length).toBeLessThan(largest.file);
  expect(await faultOf(bomb)).toMatch(/more than 8 MB/);
});

test('a million items are refused', async () => {
  const many = `{"format":"descent-submission","version":1,"items":[${'0,'.repeat(999_999)}0]}`;
  expect(await faultOf(await gzip(many))).toMatch(/something else/);
});

test('what would be too large to take in is not written', async () => {
  const noise = () =>
    Array.from({ length: 190_000 }, () => String.fromCharCode(33 + Math.random() * 90)).join('');
  const items = Array.from({ length: 30 }, (): Handover['items'][number] => ({
    ...(handover.items[0] as Extract<Handover['items'][number], { kind: 'exercise' }>),
    source: noise(),
  }));
  await expect(writeSubmission({ ...handover, items })).rejects.toThrow(/400 kB/);
});
