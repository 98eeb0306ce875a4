import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { OutputOf } from '../kernel/protocol.ts';

type Layer = LayersModel['layers'][number];

/** A model's layers with shapes and parameters. */
export function summarize(model: LayersModel, caption?: string): OutputOf<'model'> {
  const layers = model.layers.slice(0, 200).map(toRow);
  const count = (weights: { shape: (number | null)[] }[]) =>
    weights.reduce((sum, { shape }) => sum + shape.reduce<number>((size, n) => size * (n ?? 1), 1), 0);
  return {
    kind: 'model',
    name: model.name,
    layers,
    parameters: count(model.weights),
    trainable: count(model.trainableWeights),
    ...(caption === undefined ? {} : { caption }),
  };
}

function toRow(layer: Layer): OutputOf<'model'>['layers'][number] {
  return {
    name: layer.name,
    type: layer.getClassName(),
    output: shapeText(layer),
    parameters: layer.countParams(),
    trainable: layer.trainable,
  };
}

/** `[batch, 28, 28, 8]`; several outputs one after another. */
function shapeText(layer: Layer): string {
  const shape = layer.outputShape;
  const shapes = (Array.isArray(shape[0]) ? shape : [shape]) as (number | null)[][];
  return shapes.map((each) => `[${each.map((n) => n ?? 'batch').join(', ')}]`).join(' ');
}
