import { defineConfig } from 'vitest/config';

// The lanes (tools/lib/lanes.mjs) name the folder; this says what is the same for all of them.
export default defineConfig({
  cacheDir: '.cache/vite',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['**/*.test.{ts,tsx}'],
    environment: 'node',
    restoreMocks: true,
    // A limit for what hangs, not a measure of anything: real files and real processes on a slow machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
