/** What a lesson transfers before anything is touched: gzipped bytes without fonts, and who must not be among it. */
import { gzipSync } from 'node:zlib';
import { inFreshBrowser } from './browser.ts';
import type { Row } from './row.ts';
import type { Subject } from './subject.ts';

interface Transfer {
  url: string;
  type: string;
  kB: number;
}

export async function measureRead({ course }: Subject): Promise<Row[]> {
  const transfers = await transfersOf(`${course}cost/`);
  const sum = (of: (transfer: Transfer) => boolean): number =>
    transfers.filter(of).reduce((total, { kB }) => total + kB, 0);
  const heavy = transfers.filter(({ url }) => /monaco|tfjs|\.wasm|kernel\//i.test(url));
  return [
    { name: 'read', value: sum(({ type }) => type !== 'font'), unit: 'kB', target: 100, better: 'lower' },
    {
      name: 'read-script',
      value: sum(({ type }) => type === 'script'),
      unit: 'kB',
      target: 25,
      better: 'lower',
    },
    { name: 'read-heavy', value: heavy.length, unit: 'count', target: 0, better: 'lower' },
  ];
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
