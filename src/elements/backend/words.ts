/** Back ends in plain words. */
import type { BackendName } from '../../kernel/protocol.ts';
import type { AdapterFacts } from './adapter.ts';
import type { BackendFacts } from './facts.ts';
import type { Probes } from './preference.ts';

export interface ReasonFacts extends BackendFacts {
  /** What the address asks for. */
  asked: BackendName | null;
  /** What the reader chose on an earlier visit or just now. */
  chosen: BackendName | null;
  /** `undefined` until the browser has been asked. */
  adapter: AdapterFacts | null | undefined;
  probes: Probes;
}

export const names: Record<BackendName, string> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WASM',
  cpu: 'CPU',
};

export const choices: readonly { value: BackendName | null; name: string; words: string }[] = [
  { value: null, name: 'Whichever suits this machine', words: '' },
  { value: 'webgpu', name: 'WebGPU', words: 'the graphics card, through the newest interface' },
  { value: 'webgl', name: 'WebGL', words: 'the graphics card, through the older interface' },
  { value: 'wasm', name: 'WASM', words: 'the processor, with compiled code' },
  {
    value: 'cpu',
    name: 'CPU',
    words: 'the processor, with plain JavaScript: slow, and the reference for the others',
  },
];

/** Which one is in use and why, a sentence each. */
export function reasons(facts: ReasonFacts): string[] {
  const { backend, refused, asked, chosen } = facts;
  const wish = asked ?? chosen;
  return [
    'A back end is the part of TensorFlow.js that does the arithmetic. All of them give the same numbers, up to rounding; they differ in speed.',
    backend
      ? `Cells on this page run on ${names[backend]}.`
      : 'Nothing runs yet: a back end starts with the first cell that you run.',
    ...(asked
      ? [`The address of this page asks for ${names[asked]}.`]
      : chosen
        ? [`You chose ${names[chosen]}.`]
        : []),
    ...refused.map((one) => `${names[one.backend]} was not taken: ${one.reason}`),
    ...(wish && backend && wish !== backend && refused.every((one) => one.backend !== wish)
      ? [`${names[wish]} is taken with the next run.`]
      : []),
    ...adapterWords(facts),
    ...probeWords(facts.probes),
  ];
}

function adapterWords({ adapter, asked, chosen }: ReasonFacts): string[] {
  if (adapter === undefined) return [];
  if (adapter === null) return ['This browser offers no WebGPU here.'];
  const name = adapter.name ? ` (${adapter.name})` : '';
  if (!adapter.software) return [`WebGPU reaches a graphics card${name}.`];
  const choice = (asked ?? chosen) ? '' : ', so WASM is taken';
  return [`WebGPU here is a program that plays a graphics card${name}: correct, and slow${choice}.`];
}

function probeWords(probes: Probes): string[] {
  const parts = Object.entries(probes).map(
    ([name, ms]) => `${names[name as BackendName]} ${ms.toFixed(1)} ms`,
  );
  return parts.length > 0 ? [`Measured here, a few training steps: ${parts.join(', ')}.`] : [];
}
