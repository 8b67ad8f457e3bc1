import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/setup.ts'],
    setupFiles: ['test/support/before-vega.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Loading the modules anew for each file would cost a quarter of the whole time. Nothing in them is changed by tests.
    isolate: false,
    // Left to itself, vitest takes half of two cores.
    maxWorkers: '100%',
  },
});
