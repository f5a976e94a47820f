import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results/e2e',
  // Keyboard, pointer and clipboard belong to the whole display: one test at a time.
  workers: 1,
  fullyParallel: false,
  // A test that passes only when it is repeated has found a fault.
  retries: 0,
  forbidOnly: true,
  // A limit for what hangs, not a measure of anything.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
