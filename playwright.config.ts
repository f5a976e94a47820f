import { defineConfig } from '@playwright/test';

/** What programs find a desktop by, for each desktop that the lane has opened: each worker has one to itself. */
const desktops = JSON.parse(process.env['TIDEGATE_TEST_DESKTOPS'] ?? '[]') as readonly NodeJS.ProcessEnv[];
Object.assign(process.env, desktops[Number(process.env['TEST_PARALLEL_INDEX'])]);

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results/e2e',
  // Keyboard, pointer and clipboard belong to the whole display: one test at a time on each.
  workers: Math.max(1, desktops.length),
  fullyParallel: false,
  // A test that passes only when it is repeated has found a fault.
  retries: 0,
  forbidOnly: true,
  // A limit for what hangs, not a measure of anything.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
