import { expect as impatient } from '@playwright/test';

/**
 * `expect` for what the demo does as well: outside of a test nothing else says how long to wait. A limit for what hangs: the
 * first start of a browser takes half a minute on a machine that has other things to do.
 */
export const expect = impatient.configure({ timeout: 60_000 });
