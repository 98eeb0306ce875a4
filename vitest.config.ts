import { defineConfig } from 'vitest/config';
import { playwright } from '@vitest/browser-playwright';
import { kernelAssets } from './src/course/kernel-assets.ts';
import { findChromium, launchArgs, softwareGpu } from './tests/chromium.ts';

const executablePath = findChromium();
const chromium = (args: string[]) =>
  playwright({
    launchOptions: { args: [...launchArgs, ...args], ...(executablePath ? { executablePath } : {}) },
  });

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 20_000 } },
      {
        plugins: [kernelAssets()],
        // Found while a test runs, they would make Vite reload the page under it.
        optimizeDeps: {
          include: ['axe-core', 'zod/mini', '@observablehq/plot', 'lit-html', 'fflate', 'lean-qr'],
        },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: chromium(softwareGpu),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'site',
          // A busy machine can make a whole browser late; a fault fails twice.
          retry: 1,
          include: ['tests/site/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'lessons',
          include: ['tests/lessons/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
