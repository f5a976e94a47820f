import type { Patience } from '../../../src/main/system/net/retry.ts';

/** Asks as often again as the product does, and waits next to nothing in between. */
export const brief: Patience = { retries: 3, firstPause: 1, longestPause: 1, longestWait: 60_000 };
