/** Checkers for a class's answers: foreign code, and the scripts for all of them fetched once. */
import { createAssetCache } from '../../kernel/asset-cache.ts';
import type { Checker } from '../../kernel/check/check.ts';
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

/** As many at a time as the machine has cores, and no more than eight: each has workers of its own. */
export const laneCount = (cores: number): number => Math.min(8, Math.max(1, cores));
