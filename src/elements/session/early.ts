/** The worker of this page's first run, begun before the session that will use it is there. */
import { chooseBackends } from '../../kernel/choose-backends.ts';
import { createEarlyStart, type EarlyStart } from '../../kernel/early-start.ts';
import { fetchAsset } from '../../kernel/fetch-asset.ts';
import { createFrame } from '../../kernel/frame.ts';
import { keptBackend, keptProbes } from '../backend/preference.ts';
import { backendOf } from './query.ts';

let early: EarlyStart | undefined;

export function earlyStart(): EarlyStart {
  const chosen = chosenBackend();
  early ??= createEarlyStart({ chosen, probes: keptProbes(), host: createFrame, fetchAsset, chooseBackends });
  return early;
}

/** The address's choice, else the one kept; `null` lets the page choose. */
export const chosenBackend = (): ReturnType<typeof backendOf> => backendOf(location.search) ?? keptBackend();
