import { Sequencer } from '#shared/events/sequencer.ts';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { SecretVault } from './secrets/secret-vault.ts';
import { isMissing } from '../system/storage/is-missing.ts';
import { reasonOf } from '../system/storage/reason.ts';
import { replaceFile } from '../system/storage/replace-file.ts';

export interface TokenFileOptions {
  /** Absolute path, such as `<data>/tokens.bin`. */
  readonly path: string;
  readonly vault: SecretVault;
  /** The setting `persistTokens` at the start; when false, a file that is there is removed. */
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
  #keep: boolean;
  #closed = false;
  #written: string | undefined;
  readonly #writes = new Sequencer();

  constructor(options: TokenFileOptions) {
    this.#options = options;
    this.#keep = options.keep;
  }

  async kept(): Promise<boolean> {
    return this.#keep && (await this.#options.vault.protects());
  }

  /** The cache as last saved, or nothing. Errors: `tokens-unreadable`, `storage-unwritable`. */
  async load(): Promise<Result<string | undefined, Problem>> {
    const { path, vault, clientId } = this.#options;
    if (!this.#keep) {
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
   * Saves follow each other. Errors: `tokens-not-kept`, `tokens-not-sealed`, `storage-unwritable`.
   */
  save(cache: string): Promise<Result<void, Problem>> {
    return this.#writes.run(() => this.#save(cache));
  }

  /** From now on the cache is kept, or is not and the file goes. Who is signed in stays so until the end. */
  setKeep(keep: boolean, cache: string): Promise<Result<void, Problem>> {
    return this.#writes.run(() => {
      this.#keep = keep;
      return keep ? this.#save(cache) : this.#remove();
    });
  }

  /** Ends saving: another registration has taken over, and nothing of this one may be written after it. */
  close(): void {
    this.#closed = true;
  }

  /** Settles when nothing is left to write. */
  flush(): Promise<void> {
    return this.#writes.settled();
  }

  async #save(cache: string): Promise<Result<void, Problem>> {
    if (this.#closed || cache === this.#written) return ok(undefined);
    if (accountsIn(cache) <= 0) return this.#remove();
    if (!this.#keep) return ok(undefined);
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
      return err(problem('storage-unwritable', { record: 'sign-in', path, reason: reasonOf(error) }));
    }
  }

  async #remove(): Promise<Result<void, Problem>> {
    const { path } = this.#options;
    this.#written = undefined;
    try {
      // A kill can leave the file that was being written behind as well.
      await Promise.all([path, `${path}.tmp`].map((file) => rm(file, { force: true })));
      return ok(undefined);
    } catch (error) {
      return err(problem('storage-unwritable', { record: 'sign-in', path, reason: reasonOf(error) }));
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
