import { assets } from 'virtual:kernel-assets';
import type { AssetName } from './protocol.ts';

/** Bytes of one of the kernel's files, from this site. Rejects when it cannot be had. */
export async function fetchAsset(name: AssetName): Promise<ArrayBuffer> {
  const response = await fetch(assets[name]);
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  return response.arrayBuffer();
}
