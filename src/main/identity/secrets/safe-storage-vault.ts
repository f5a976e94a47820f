import type { SafeStorage } from 'electron';
import type { Platform } from '#shared/platform.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { SecretVault } from './secret-vault.ts';

/** The calls Electron has had from the start; deprecated in 45. */
export type SyncSafeStorage = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
>;
/** The calls that replace them; Electron 33 has none of them. They open what the older ones sealed. */
export type AsyncSafeStorage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
>;

/** The vault over Electron's `safeStorage`, by the newer calls where this Electron has them. Only when the app is ready. */
export function safeStorageVault(
  storage: SyncSafeStorage & Partial<AsyncSafeStorage>,
  platform: Platform,
): SecretVault {
  const systemProtects = platform === 'linux' ? linuxProtects : anyKey;
  return hasAsync(storage) ? asyncVault(storage, systemProtects) : syncVault(storage, systemProtects);
}

type Protects = (storage: SyncSafeStorage) => boolean;

// oxlint-disable-next-line typescript/no-deprecated -- Electron 33 has no other call, and this code runs on it
const anyKey: Protects = (storage) => storage.isEncryptionAvailable();

// SECURITY: without a keyring, Electron on Linux seals with a password that is written in its source, and the newer
// calls report even that as available. Only a named back end with a key counts.
const linuxProtects: Protects = (storage) =>
  // oxlint-disable-next-line typescript/no-deprecated -- Electron 33 has no other call, and this code runs on it
  !['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend()) && storage.isEncryptionAvailable();

function hasAsync<T extends Partial<AsyncSafeStorage>>(storage: T): storage is T & AsyncSafeStorage {
  return typeof storage.isAsyncEncryptionAvailable === 'function';
}

function syncVault(storage: SyncSafeStorage, systemProtects: Protects): SecretVault {
  return {
    protects: () => asking(() => systemProtects(storage)),
    // oxlint-disable-next-line typescript/no-deprecated -- Electron 33 has no other call, and this code runs on it
    seal: (text) => sealing(() => storage.encryptString(text)),
    // oxlint-disable-next-line typescript/no-deprecated -- Electron 33 has no other call, and this code runs on it
    open: (sealed) => opening(() => storage.decryptString(Buffer.from(sealed))),
  };
}

// A rotated key needs no step of its own (`shouldReEncrypt`): tokens are sealed anew whenever they are renewed.
function asyncVault(storage: SyncSafeStorage & AsyncSafeStorage, systemProtects: Protects): SecretVault {
  return {
    protects: () =>
      asking(async () => (await storage.isAsyncEncryptionAvailable()) && systemProtects(storage)),
    seal: (text) => sealing(() => storage.encryptStringAsync(text)),
    open: (sealed) => opening(async () => (await storage.decryptStringAsync(Buffer.from(sealed))).result),
  };
}

/** A store that fails to answer protects nothing. */
async function asking(ask: () => boolean | Promise<boolean>): Promise<boolean> {
  try {
    return await ask();
  } catch {
    return false;
  }
}

async function sealing(seal: () => Uint8Array | Promise<Uint8Array>): Promise<Result<Uint8Array, Problem>> {
  try {
    return ok(await seal());
  } catch {
    return err(problem('tokens-not-sealed', {}));
  }
}

async function opening(open: () => string | Promise<string>): Promise<Result<string, Problem>> {
  try {
    return ok(await open());
  } catch {
    return err(problem('tokens-unreadable', {}));
  }
}
