/** `check.js`: the two workers of a check where no tensors are about. A few kilobytes, so that Check answers at once. */
import '../realm.ts';
import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { openDoors } from '../load-script.ts';
import { serveCheck } from './serve-check.ts';

z.config(en());

const close = openDoors();

globalThis.onmessage = ({ ports }: MessageEvent<unknown>) => {
  globalThis.onmessage = null;
  close();
  const [port] = ports;
  if (port !== undefined) serveCheck(port, null);
};
