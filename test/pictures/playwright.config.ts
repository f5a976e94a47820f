import { defineConfig } from '@playwright/test';
import everyDay from '../../playwright.config.ts';

export default defineConfig(everyDay, {
  testDir: '.',
  outputDir: '../../test-results/pictures',
  reporter: [['line'], ['json', { outputFile: '../../test-results/pictures.json' }]],
});
