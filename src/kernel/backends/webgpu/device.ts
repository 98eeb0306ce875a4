interface Found {
  device: GPUDevice;
  info: GPUAdapterInfo;
}

/** Limits that tfjs's shaders make use of, raised to what the adapter has. */
const limits = [
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
  'maxStorageBufferBindingSize',
  'maxBufferSize',
  'maxComputeWorkgroupSizeX',
  'maxComputeInvocationsPerWorkgroup',
] as const;

/** The fastest device. Rejects in plain words: tfjs's own start reads a property of `null` where there is no adapter. */
export async function requestDevice(): Promise<Found> {
  const gpu = navigator.gpu as GPU | undefined;
  if (gpu === undefined) throw new Error('This browser has no WebGPU here.');
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null) throw new Error('The browser found no graphics adapter for WebGPU.');
  const requiredLimits = Object.fromEntries(limits.map((name) => [name, adapter.limits[name]]));
  const requiredFeatures = (['timestamp-query'] as const).filter((name) => adapter.features.has(name));
  const device = await adapter.requestDevice({ requiredFeatures, requiredLimits });
  return { device, info: adapter.info };
}
