import type { Problem, ProblemKind } from './problem.ts';

/**
 * Problems of the network, of a server or of the moment: they may be over the next time without anybody fixing
 * anything.
 */
const passing: ReadonlySet<ProblemKind> = new Set([
  'offline',
  'throttled',
  'proxy-refused',
  'server-fault',
  'page-instead',
  'connection-untrusted',
  'answer-invalid',
  'cancelled',
]);

/** True for what may well be gone when the same is asked again later. */
export function passesByItself({ kind }: Problem): boolean {
  return passing.has(kind);
}

/** Whether a sync that failed of this is tried again by itself; `minutes`: the setting of how often to sync, 0 for never. */
export function asksAgain(problem: Problem, minutes: number): boolean {
  return minutes > 0 && problem.kind !== 'cancelled' && passesByItself(problem);
}
