/** `kernel.js`: waits for the port to the page, which the frame sends first, and serves it. */
import './realm.ts';
import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { openDoors } from './load-script.ts';
import { serve } from './session.ts';

z.config(en());

const close = openDoors();

globalThis.onmessage = ({ ports }: MessageEvent<unknown>) => {
  globalThis.onmessage = null;
  close();
  const [port] = ports;
  if (port !== undefined) serve(port);
};
