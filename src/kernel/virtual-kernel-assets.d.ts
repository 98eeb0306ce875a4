declare module 'virtual:kernel-assets' {
  /** Where the kernel's scripts and binaries are, the site's base path included. */
  export const assets: Readonly<Record<import('./protocol.ts').AssetName, string>>;
}
