/** Checkers for a class's answers: foreign code, and the scripts for all of them fetched once. */
import { createAssetCache } from '../../kernel/asset-cache.ts';
import type { Checker, CheckJob } from '../../kernel/check/check.ts';
import { createChecker } from '../../kernel/check/checker.ts';
import { fetchAsset } from '../../kernel/fetch-asset.ts';

const assets = createAssetCache(fetchAsset);

/** @param lost the site did not give what a checker needs, and why */
export const makeChecker = (lost: (why: string) => void): Checker =>
  createChecker(
    { trust: 'foreign' },
    {
      fetchAsset: (name) =>
        assets.get(name).catch(() => {
          const why = 'The site could not be reached for what running again needs; are you offline?';
          lost(why);
          throw new Error(why);
        }),
    },
  );

/** Milliseconds in which frames that are there have long answered, on a machine that is busy. */
const patience = 5_000;

const empty = { code: '', defines: [], needs: [], imports: [], map: [] };

/** An empty text and a check without tests: both workers must have answered before it ends. */
const probe: CheckJob = {
  ...{ lesson: 'probe', seed: 1, cell: 'probe', given: [], check: empty },
  cells: [{ id: 'probe', title: '', source: '', compiled: empty }],
};

/** Whether a checker that is not at work can still check: one whose process has ended never answers. */
export async function isThere(checker: Checker): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), patience)));
  const answer = checker.check(probe).then(
    ({ stoppedAfter }) => stoppedAfter === undefined,
    () => false,
  );
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** As many at a time as the machine has cores, and no more than eight: each has workers of its own. */
export const laneCount = (cores: number): number => Math.min(8, Math.max(1, cores));
