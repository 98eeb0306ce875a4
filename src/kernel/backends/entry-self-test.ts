/** What the site's build runs on cpu to know what every back end must give. */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { env } from '@tensorflow/tfjs-core';
import { activate } from './activate.ts';
import { compute, type Expected } from './self-test.ts';

export async function expected(): Promise<Expected> {
  // Otherwise tfjs advertises its package for Node in the build's output.
  env().set('IS_NODE', false);
  await activate('cpu');
  return compute();
}
