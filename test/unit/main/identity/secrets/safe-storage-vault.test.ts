import { expect, test } from 'vitest';
import {
  safeStorageVault,
  type SyncSafeStorage,
} from '../../../../../src/main/identity/secrets/safe-storage-vault.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';

type Backend = ReturnType<SyncSafeStorage['getSelectedStorageBackend']>;

const reversed = (text: string) => text.split('').toReversed().join('');
function sync(available = true, backend: Backend = 'gnome_libsecret') {
  return {
    isEncryptionAvailable: () => available,
    getSelectedStorageBackend: () => backend,
    encryptString: (text: string) => Buffer.from(`sync:${reversed(text)}`),
    decryptString: (sealed: Buffer) => {
      if (!sealed.toString().startsWith('sync:')) throw new Error('Error while decrypting the ciphertext');
      return reversed(sealed.toString().slice(5));
    },
  };
}
/** As in Electron 45: the async calls come on top, and work even without a keyring. */
function both(available = true, backend: Backend = 'gnome_libsecret', ready = true) {
  return {
    ...sync(available, backend),
    isAsyncEncryptionAvailable: async () => ready,
    encryptStringAsync: async (text: string) => Buffer.from(`async:${reversed(text)}`),
    decryptStringAsync: async (sealed: Buffer) => {
      const [, text] = /^a?sync:(.*)$/.exec(sealed.toString()) ?? [];
      if (text === undefined) throw new Error('not ours');
      return { result: reversed(text), shouldReEncrypt: false };
    },
  };
}

test.each([
  ['linux', 'gnome_libsecret', true, true],
  ['linux', 'kwallet6', true, true],
  ['linux', 'gnome_libsecret', false, false],
  ['linux', 'basic_text', true, false],
  ['linux', 'unknown', true, false],
  ['darwin', 'unknown', true, true],
  ['darwin', 'unknown', false, false],
  ['win32', 'unknown', true, true],
] as const)(
  'on %s with %s and a key: %s, it protects: %s',
  async (platform, backend, available, protects) => {
    expect(await safeStorageVault(sync(available, backend), platform).protects()).toBe(protects);
    expect(await safeStorageVault(both(available, backend), platform).protects()).toBe(protects);
  },
);

test('the newer calls have to be ready too', async () => {
  expect(await safeStorageVault(both(true, 'gnome_libsecret', false), 'linux').protects()).toBe(false);
});

test.each([
  ['older', sync(), 'sync:'],
  ['newer', both(), 'async:'],
] as const)('the %s calls seal and open', async (_age, storage, mark) => {
  const vault = safeStorageVault(storage, 'linux');
  const sealed = await vault.seal('a token');
  expect(sealed.ok && Buffer.from(sealed.value).toString()).toBe(`${mark}nekot a`);
  expect(sealed.ok && (await vault.open(sealed.value))).toEqual(ok('a token'));
});

test('what an older Electron sealed, a newer one opens', async () => {
  const sealed = await safeStorageVault(sync(), 'linux').seal('a token');
  expect(sealed.ok && (await safeStorageVault(both(), 'linux').open(sealed.value))).toEqual(ok('a token'));
});

test.each([
  ['older', sync()],
  ['newer', both()],
])('what the %s calls cannot do is a problem, not a crash', async (_age, storage) => {
  const broken = { ...storage, encryptString: fail, encryptStringAsync: fail };
  expect(await safeStorageVault(broken, 'linux').seal('a')).toEqual(err(problem('tokens-not-sealed', {})));
  const opened = await safeStorageVault(storage, 'linux').open(new Uint8Array([1, 2]));
  expect(opened).toEqual(err(problem('tokens-unreadable', {})));
});

function fail(): never {
  throw new Error('Error while encrypting the text');
}
