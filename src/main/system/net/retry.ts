import { setTimeout as pause } from 'node:timers/promises';
import { askedWait, isThrottled } from './retry-after.ts';

export interface Patience {
  /** How often one request is asked again. */
  readonly retries: number;
  /** Milliseconds before the first time, twice as many before each further one, at most `longestPause`. */
  readonly firstPause: number;
  readonly longestPause: number;
  /** Milliseconds that a server may ask for; one that asks for more is a failure for now. */
  readonly longestWait: number;
}

export const patience: Patience = {
  retries: 3,
  firstPause: 1_000,
  longestPause: 30_000,
  longestWait: 60_000,
};

export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Milliseconds until a request is sent again, or nothing when that would be in vain. What the server asks for is kept
 * and exceeded a little; without a word of it the pause doubles each time. `random` (0 to 1) spreads both, so that
 * many clients refused at once do not come back at once.
 */
export function planRetry(
  answer: Refusal,
  retriesDone: number,
  { firstPause, longestPause, longestWait }: Patience,
  random: number,
): number | undefined {
  const passing = isThrottled(answer) || [408, 500, 502, 503, 504].includes(answer.status);
  if (!passing) return undefined;
  const asked = askedWait(answer);
  if (asked !== undefined) return asked > longestWait ? undefined : asked * (1 + random / 10);
  const wait = Math.min(firstPause * 2 ** retriesDone, longestPause);
  return wait * (0.5 + random / 2);
}

/** Settles after so many milliseconds, or at once when the signal aborts. */
export async function waitFor(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined);
}
