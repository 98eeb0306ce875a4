import * as z from 'zod/mini';
import { finite, label } from './plane-data.ts';
import { outputSide } from './convolution-model.ts';

const matrix = (most: number) =>
  z.array(z.array(finite).check(z.minLength(1), z.maxLength(most))).check(
    z.minLength(1),
    z.maxLength(most),
    z.refine((rows) => rows.every((row) => row.length === rows[0]?.length), {
      error: 'must be rows of the same length',
    }),
  );

/** A kernel that slides over a picture. */
export const schema = z
  .strictObject({
    /** Rows from the top. */
    image: matrix(48),
    /** One or several to choose among. */
    kernels: z.array(z.strictObject({ label, values: matrix(7) })).check(z.minLength(1), z.maxLength(12)),
    stride: z.optional(z.int().check(z.minimum(1), z.maximum(8))),
    /** Rows and columns of zeros all round. */
    padding: z.optional(z.int().check(z.minimum(0), z.maximum(6))),
    /** The reader may change the kernel's numbers. */
    editable: z.optional(z.boolean()),
    /** The place to show, from 0, row by row; without it the reader plays. */
    frame: z.optional(z.int().check(z.minimum(0))),
  })
  .check(
    z.refine(
      ({ image, kernels, stride = 1, padding = 0 }) =>
        kernels.every(
          ({ values }) =>
            outputSide(image.length, values.length, { stride, padding }) > 0 &&
            outputSide(image[0]?.length ?? 0, values[0]?.length ?? 0, { stride, padding }) > 0,
        ),
      { path: ['kernels'], error: 'must be no larger than the picture with its padding' },
    ),
  );
export type ConvolutionData = z.infer<typeof schema>;

export const strideOf = ({ stride = 1, padding = 0 }: ConvolutionData) => ({ stride, padding });
