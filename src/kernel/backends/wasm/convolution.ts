import { backend_util } from '@tensorflow/tfjs-core';
import type { Convolution } from './patches.ts';

export type Shape4 = [number, number, number, number];
type Pad = Parameters<typeof backend_util.computeConv2DInfo>[4];

export interface ConvolutionAttrs {
  strides: [number, number] | number;
  dilations?: [number, number] | number;
  pad: Pad;
  dataFormat?: 'NHWC' | 'NCHW';
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

/** Sizes, strides and paddings of a convolution, channels last, as tfjs sees it. */
export const describe = (
  input: number[],
  filter: number[],
  attrs: ConvolutionAttrs,
  isDepthwise: boolean,
): Convolution =>
  backend_util.computeConv2DInfo(
    input as Shape4,
    filter as Shape4,
    attrs.strides,
    attrs.dilations ?? 1,
    attrs.pad,
    attrs.dimRoundingMode,
    isDepthwise,
  );

/** Output pixels of the batch. */
export const pixelsOf = (info: Convolution): number => info.batchSize * info.outHeight * info.outWidth;

/** Numbers of one filter. */
export const sizeOf = (info: Convolution): number => info.filterHeight * info.filterWidth * info.inChannels;

/** The padding in pixels, whatever it was called. */
export const explicitPad = ({ padInfo }: Convolution): Pad => [
  [0, 0],
  [padInfo.top, padInfo.bottom],
  [padInfo.left, padInfo.right],
  [0, 0],
];

/**
 * Whether XNNPACK makes as many outputs as tfjs has room for. It does not when the padding is a number and filter or
 * strides are not square (tfjs takes the height's for both), and then writes past the end of the tensor.
 */
export function fits(info: Convolution): boolean {
  const { padInfo } = info;
  const outputs = (input: number, padding: number, filter: number, stride: number): number =>
    Math.floor((input + padding - filter) / stride) + 1;
  const height = outputs(
    info.inHeight,
    padInfo.top + padInfo.bottom,
    info.effectiveFilterHeight,
    info.strideHeight,
  );
  const width = outputs(
    info.inWidth,
    padInfo.left + padInfo.right,
    info.effectiveFilterWidth,
    info.strideWidth,
  );
  return height === info.outHeight && width === info.outWidth;
}
