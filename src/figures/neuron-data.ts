import * as z from 'zod/mini';
import { label } from './plane-data.ts';

/** What both pictures have, from where signals come in to where they leave. */
export const places = ['dendrites', 'synapses', 'body', 'threshold', 'axon'] as const;
export type NeuronPlace = (typeof places)[number];

const part = z.strictObject({
  in: z.enum(places),
  /** Its name in the nerve cell. */
  cell: label,
  /** Its name in the unit. */
  unit: label,
  /** What they share, and how far. */
  text: z.string().check(z.maxLength(300)),
});

/** A nerve cell beside a unit of a network, part by part. */
export const schema = z.strictObject({ parts: z.array(part).check(z.minLength(1), z.maxLength(5)) });
export type NeuronData = z.infer<typeof schema>;
