import type { Problem } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/result.ts';

/** Seals texts with a key that the operating system keeps for this user. */
export interface SecretVault {
  /** False where the system has no such key: what would be sealed then, anybody could open. Ask before sealing. */
  protects(): Promise<boolean>;
  /** Error: `tokens-not-sealed`. */
  seal(text: string): Promise<Result<Uint8Array, Problem>>;
  /** Error: `tokens-unreadable`: damaged, or sealed with a key that is gone. */
  open(sealed: Uint8Array): Promise<Result<string, Problem>>;
}
