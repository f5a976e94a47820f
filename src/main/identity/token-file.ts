import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { problem, type Problem } from '../../shared/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { SecretVault } from '../secrets/secret-vault.ts';
import { reasonOf } from '../storage/reason.ts';
import { replaceFile } from '../storage/replace-file.ts';

export interface TokenFileOptions {
  /** Absolute path, such as `<data>/tokens.bin`. */
  readonly path: string;
  readonly vault: SecretVault;
  /** The setting `persistTokens`; when false, a file that is there is removed. */
  readonly keep: boolean;
  /** The registration the tokens belong to; those of another one are not read. */
  readonly clientId: string;
}

/**
 * MSAL's cache on disk, sealed by the vault, or nowhere. One that cannot be opened stays until the next sign-in
 * replaces it: a keychain that is locked for now is no reason to lose a sign-in.
 */
export class TokenFile {
  readonly #options: TokenFileOptions;
  #written: string | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: TokenFileOptions) {
    this.#options = options;
  }

  async kept(): Promise<boolean> {
    return this.#options.keep && (await this.#options.vault.protects());
  }

  /** The cache as last saved, or nothing. Errors: `tokens-unreadable`, `storage-unwritable`. */
  async load(): Promise<Result<string | undefined, Problem>> {
    const { path, vault, keep, clientId } = this.#options;
    if (!keep) {
      const removed = await this.#remove();
      return removed.ok ? ok(undefined) : removed;
    }
    const sealed = await readFile(path).catch((error: unknown) =>
      isMissing(error) ? undefined : Buffer.of(),
    );
    if (sealed === undefined || !(await vault.protects())) return ok(undefined);
    const text = await vault.open(sealed);
    const content = text.ok ? parseContent(text.value) : undefined;
    if (!content) return err(problem('tokens-unreadable', {}));
    if (content.clientId !== clientId) return ok(undefined);
    this.#written = content.cache;
    return ok(content.cache);
  }

  /**
   * Writes the cache if it differs from what is there, or removes the file when nobody is signed in any more.
   * Saves follow each other. Errors: `tokens-not-kept`, `storage-unwritable`.
   */
  save(cache: string): Promise<Result<void, Problem>> {
    const next = this.#last.then(() => this.#save(cache));
    this.#last = next;
    return next;
  }

  async #save(cache: string): Promise<Result<void, Problem>> {
    if (cache === this.#written) return ok(undefined);
    if (accountsIn(cache) <= 0) return this.#remove();
    if (!this.#options.keep) return ok(undefined);
    const { path, vault, clientId } = this.#options;
    // SECURITY: sealed by the operating system, or not written at all.
    if (!(await vault.protects())) return err(problem('tokens-not-kept', {}));
    const sealed = await vault.seal(JSON.stringify({ clientId, cache }));
    if (!sealed.ok) return sealed;
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await replaceFile(path, sealed.value);
      this.#written = cache;
      return ok(undefined);
    } catch (error) {
      return err(problem('storage-unwritable', { path, reason: reasonOf(error) }));
    }
  }

  async #remove(): Promise<Result<void, Problem>> {
    const { path } = this.#options;
    this.#written = undefined;
    try {
      await rm(path, { force: true });
      return ok(undefined);
    } catch (error) {
      return err(problem('storage-unwritable', { path, reason: reasonOf(error) }));
    }
  }
}

/** The cache is MSAL's own serialisation; of it only the accounts matter here. */
const contentSchema = z.object({
  clientId: z.string(),
  cache: z.string().refine((cache) => accountsIn(cache) >= 0),
});
const cacheSchema = z.object({ Account: z.record(z.string(), z.looseObject({})).default({}) });

function parseContent(text: string): z.infer<typeof contentSchema> | undefined {
  return contentSchema.safeParse(parsed(text)).data;
}

/** How many account entries a cache has; -1 for what is no cache. */
function accountsIn(cache: string): number {
  const { data } = cacheSchema.safeParse(parsed(cache));
  return data ? Object.keys(data.Account).length : -1;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
