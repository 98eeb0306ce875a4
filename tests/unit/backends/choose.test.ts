import { describe, expect, test } from 'vitest';
import { findWebgpu, type Browser } from '../../../src/kernel/adapter.ts';
import { isSoftwareAdapter, isSoftwareRenderer, order } from '../../../src/kernel/choose.ts';

describe('software adapters', () => {
  test.each([
    { vendor: 'google', architecture: 'swiftshader', device: '', description: '' },
    { vendor: '', architecture: '', device: '', description: 'llvmpipe (LLVM 15.0.7, 256 bits)' },
    { vendor: 'microsoft', architecture: 'warp', device: '', description: '' },
    { vendor: 'microsoft', architecture: '', device: '', description: 'Microsoft Basic Render Driver' },
    { vendor: 'nvidia', architecture: 'lovelace', device: '', description: '', isFallbackAdapter: true },
  ])('$vendor $architecture $description is one', (info) => {
    expect(isSoftwareAdapter(info)).toBe(true);
  });

  test.each([
    { vendor: 'nvidia', architecture: 'lovelace', device: '', description: '', isFallbackAdapter: false },
    { vendor: 'apple', architecture: 'metal-3' },
    { vendor: 'intel', architecture: 'gen-12lp', description: 'Intel(R) UHD Graphics' },
    {},
  ])('$vendor $architecture is none', (info) => {
    expect(isSoftwareAdapter(info)).toBe(false);
  });

  test('WebGL tells by its renderer', () => {
    const software =
      'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)';
    expect(isSoftwareRenderer(software)).toBe(true);
    expect(isSoftwareRenderer('ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11)')).toBe(true);
    expect(isSoftwareRenderer('llvmpipe (LLVM 15.0.7, 256 bits)')).toBe(true);
    expect(isSoftwareRenderer('ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)')).toBe(
      false,
    );
    expect(isSoftwareRenderer('Mali-G78')).toBe(false);
  });
});

describe('the order of back ends', () => {
  test('goes by the adapter at first', () => {
    expect(order({ webgpu: 'device' })).toEqual(['webgpu', 'wasm', 'webgl', 'cpu']);
    expect(order({ webgpu: 'software' })).toEqual(['wasm', 'webgl', 'cpu']);
    expect(order({ webgpu: 'none' })).toEqual(['wasm', 'webgl', 'cpu']);
  });

  test('goes by what was measured afterwards', () => {
    const webgpu = 'device';
    expect(order({ webgpu, probes: { webgpu: 30, wasm: 6 } })[0]).toBe('wasm');
    expect(order({ webgpu, probes: { webgpu: 2, wasm: 6 } })[0]).toBe('webgpu');
    expect(order({ webgpu, probes: { wasm: 6, webgl: 3 } })).toEqual(['webgpu', 'webgl', 'wasm', 'cpu']);
    expect(order({ webgpu, probes: { wasm: 1 } })[0]).toBe('webgpu');
    expect(order({ webgpu: 'none', probes: { wasm: 6, webgl: 3 } })[0]).toBe('webgl');
  });

  test('does not bring back an adapter that is gone', () => {
    expect(order({ webgpu: 'none', probes: { webgpu: 1, wasm: 6 } })).not.toContain('webgpu');
    expect(order({ webgpu: 'software', probes: { webgpu: 1, wasm: 6 } })).not.toContain('webgpu');
  });

  test('puts the choice of the reader first, even a software adapter, and falls back', () => {
    expect(order({ webgpu: 'none', chosen: 'webgpu' })).toEqual(['webgpu', 'wasm', 'webgl', 'cpu']);
    expect(order({ webgpu: 'device', chosen: 'cpu' })).toEqual(['cpu', 'webgpu', 'wasm', 'webgl']);
  });
});

describe('asking the browser', () => {
  const browser = (gpu: unknown): Browser => ({ gpu, patience: 20 }) as Browser;
  const adapter = (info: object) => ({ requestAdapter: () => Promise.resolve({ info }) });

  test('a software adapter is told from a device', async () => {
    const real = adapter({ vendor: 'nvidia', architecture: 'ampere' });
    const shader = adapter({ vendor: 'google', architecture: 'swiftshader' });
    expect(await findWebgpu(browser(real))).toBe('device');
    expect(await findWebgpu(browser(shader))).toBe('software');
  });

  test('the older flag on the adapter counts', async () => {
    const old = { requestAdapter: () => Promise.resolve({ isFallbackAdapter: true }) };
    expect(await findWebgpu(browser(old))).toBe('software');
  });

  test.each([
    ['absent', undefined],
    ['null', { requestAdapter: () => Promise.resolve(null) }],
    ['rejecting', { requestAdapter: () => Promise.reject(new Error('no')) }],
    [
      'throwing',
      {
        requestAdapter: () => {
          throw new Error('no');
        },
      },
    ],
    ['hanging', { requestAdapter: () => new Promise(() => undefined) }],
  ])('WebGPU %s counts as none', async (_, gpu) => {
    expect(await findWebgpu(browser(gpu))).toBe('none');
  });
});
