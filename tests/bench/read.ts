/** What the heaviest lesson transfers before anything is touched: gzipped bytes without fonts, and who must not be among it. */
import { gzipSync } from 'node:zlib';
import { inFreshBrowser } from './browser.ts';
import { lessons } from './lessons.ts';
import type { Row } from './row.ts';
import type { Subject } from './subject.ts';

interface Transfer {
  url: string;
  type: string;
  kB: number;
}

export async function measureRead({ course }: Subject): Promise<Row[]> {
  const readings: Reading[] = [];
  for (const lesson of lessons) readings.push(reading(lesson, await transfersOf(`${course}${lesson}/`)));
  const most = (of: (reading: Reading) => number): Reading =>
    readings.reduce((a, b) => (of(b) > of(a) ? b : a));
  const [all, script, heavy] = [
    most(({ all }) => all),
    most(({ script }) => script),
    most(({ heavy }) => heavy),
  ];
  return [
    { name: `read (${all.lesson})`, value: all.all, unit: 'kB', target: 100, better: 'lower' },
    { name: `read-script (${script.lesson})`, value: script.script, unit: 'kB', target: 25, better: 'lower' },
    { name: 'read-heavy', value: heavy.heavy, unit: 'count', target: 0, better: 'lower' },
  ];
}

interface Reading {
  lesson: string;
  /** kB without fonts. */
  all: number;
  /** kB of scripts. */
  script: number;
  /** Requests for what only a running cell needs. */
  heavy: number;
}

function reading(lesson: string, transfers: Transfer[]): Reading {
  const sum = (of: (transfer: Transfer) => boolean): number =>
    transfers.filter(of).reduce((total, { kB }) => total + kB, 0);
  return {
    lesson,
    all: sum(({ type }) => type !== 'font'),
    script: sum(({ type }) => type === 'script'),
    heavy: transfers.filter(({ url }) => /monaco|tfjs|\.wasm|kernel\//i.test(url)).length,
  };
}

async function transfersOf(address: string): Promise<Transfer[]> {
  return inFreshBrowser(async (page) => {
    const pending: Promise<Transfer>[] = [];
    page.on('response', (response) => {
      pending.push(
        response.body().then((body) => ({
          url: response.url(),
          type: response.request().resourceType(),
          kB: gzipSync(body).length / 1000,
        })),
      );
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.waitForTimeout(1000);
    return Promise.all(pending);
  });
}
