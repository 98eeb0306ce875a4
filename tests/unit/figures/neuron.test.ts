import { expect, test } from 'vitest';
import type { NeuronData } from '../../../src/figures/neuron-data.ts';
import { describePart, neuronTable, reading, summarise } from '../../../src/figures/neuron-summary.ts';

const neuron: NeuronData = {
  parts: [
    { in: 'dendrites', cell: 'dendrites', unit: 'inputs', text: 'What comes in.' },
    { in: 'axon', cell: 'axon', unit: 'output', text: 'What leaves.' },
  ],
};

test('the words go part by part', () => {
  expect(summarise(neuron)).toBe(
    'Left a nerve cell, right a unit; likened to each other are dendrites and inputs, axon and output.',
  );
  expect(reading(neuron)).toBe('Dendrites and inputs. What comes in.');
  expect(describePart(neuron, 1)).toBe('Axon and output. What leaves.');
  expect(describePart(neuron, 5)).toBe('');
  expect(neuronTable(neuron).rows).toEqual([
    ['dendrites', 'inputs', 'What comes in.'],
    ['axon', 'output', 'What leaves.'],
  ]);
});
