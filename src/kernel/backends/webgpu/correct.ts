/** Replaces tfjs's kernels that give wrong numbers on webgpu. */
export function correct(): void {
  // Filled in by the files beside this one.
}
