/**
 * `kernel.js`: waits for the port to the page, which the frame sends first, and serves it. The page's first message says
 * as what: the kernel of a lesson, or one of the two workers of a check that need TensorFlow.js.
 */
import './realm.ts';
import './tensor-text.ts';
import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { isPrepare } from '../check/check-protocol.ts';
import { createTensorSide } from './check/create-tensor-side.ts';
import { serveCheck } from './check/serve-check.ts';
import { addDoor, openDoors } from './load-script.ts';
import { serve } from './session.ts';
import { shareTfjs } from './shared-tfjs.ts';

z.config(en());

addDoor(shareTfjs);
const close = openDoors();

globalThis.onmessage = ({ ports }: MessageEvent<unknown>) => {
  globalThis.onmessage = null;
  close();
  const [port] = ports;
  if (port === undefined) return;
  port.onmessage = (first: MessageEvent<unknown>) => {
    if (isPrepare(first.data)) serveCheck(port, createTensorSide);
    else serve(port);
    port.onmessage?.(first);
  };
};
