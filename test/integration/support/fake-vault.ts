import type { SecretVault } from '../../../src/main/identity/secrets/secret-vault.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';

/** A keyring of a test: what it seals nobody can read in the file, and it can be locked or lose its key. */
export class FakeVault implements SecretVault {
  available = true;
  key = 'first';

  protects(): Promise<boolean> {
    return Promise.resolve(this.available);
  }

  seal(text: string) {
    return Promise.resolve(ok(Buffer.from(`${this.key}|${Buffer.from(text).toString('base64')}`)));
  }

  open(sealed: Uint8Array) {
    const [key, text = ''] = Buffer.from(sealed).toString().split('|');
    const readable = key === this.key;
    return Promise.resolve(
      readable ? ok(Buffer.from(text, 'base64').toString()) : err(problem('tokens-unreadable', {})),
    );
  }
}
