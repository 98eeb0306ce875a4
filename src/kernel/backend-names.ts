/** The back ends, by the names that TensorFlow.js gives them. Apart from the schemas, for what is loaded early. */
export const backendNames = ['webgpu', 'webgl', 'wasm', 'cpu'] as const;
export type BackendName = (typeof backendNames)[number];

export const isBackendName = (value: unknown): value is BackendName =>
  backendNames.some((name) => name === value);
