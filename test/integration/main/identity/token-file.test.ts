import { readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CurrentIdentity } from '../../../../src/main/identity/current-identity.ts';
import { problem } from '#shared/problems/problem.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { armScope, Desk } from '../../support/desk.ts';
import { modeHere } from '../../../support/systems.ts';

let desk: Desk;
let file: string;
beforeEach(async () => {
  desk = await Desk.open();
  file = join(desk.folder, 'data', 'tokens.bin');
});
afterEach(() => desk.close());

const unreadable = problem('tokens-unreadable', {});

test('a sign-in lasts over a restart, sealed and for the owner’s eyes only', async () => {
  const first = desk.identity();
  const account = await desk.signedIn(first);
  expect(await first.kept()).toBe(true);
  expect(await desk.files()).toEqual(['tokens.bin']);
  expect((await stat(file)).mode & 0o777).toBe(modeHere(0o600));
  expect(await desk.tokensOnDisk()).toBe(false);

  const second = desk.identity();
  expect(await second.accounts()).toMatchObject([account]);
  const tenantId = desk.customer(0);
  expect(await second.token({ account, tenantId, scopes: [armScope] })).toMatchObject({ ok: true });
  expect(desk.opened).toHaveLength(1);
});

test('a token that is renewed is kept, and what did not change is not written', async () => {
  const identity = desk.identity();
  const account = await desk.signedIn(identity);
  const before = await stat(file);
  await identity.token({ account, tenantId: desk.homeTenant, scopes: [armScope] });
  expect((await stat(file)).ino).toBe(before.ino);
  await identity.token({ account, tenantId: desk.customer(0), scopes: [armScope] });
  expect((await stat(file)).ino).not.toBe(before.ino);
});

test('without a keyring nothing is written, the user is told, and the sign-in lasts until the end', async () => {
  desk.vault.available = false;
  const identity = desk.identity();
  const account = await desk.signedIn(identity);
  expect(await identity.kept()).toBe(false);
  expect(desk.troubles).toContainEqual(problem('tokens-not-kept', {}));
  expect(await desk.files()).toEqual([]);
  const tenantId = desk.customer(0);
  expect(await identity.token({ account, tenantId, scopes: [armScope] })).toMatchObject({ ok: true });
  expect(await desk.identity().accounts()).toEqual([]);
});

test('a keyring that is locked for one session loses no sign-in', async () => {
  const account = await desk.signedIn(desk.identity());
  desk.vault.available = false;
  expect(await desk.identity().accounts()).toEqual([]);
  desk.vault.available = true;
  expect(await desk.identity().accounts()).toMatchObject([account]);
});

test('persisting switched off keeps nothing and removes what was kept', async () => {
  await desk.signedIn(desk.identity());
  const identity = desk.identity({ persistTokens: false });
  expect(await identity.accounts()).toEqual([]);
  expect(await desk.files()).toEqual([]);
  await desk.signedIn(identity);
  expect(await desk.files()).toEqual([]);
  expect(desk.troubles).toEqual([]);
});

test.each([
  ['garbage', () => writeFile(file, 'garbage')],
  ['empty', () => truncate(file)],
  ['cut short', async () => truncate(file, (await readFile(file)).length - 40)],
  ['sealed with a key that is gone', () => Promise.resolve((desk.vault.key = 'second'))],
  ['sealed, but not ours', async () => writeFile(file, await sealed('"text"'))],
  ['sealed, but not MSAL’s', async () => writeFile(file, await sealed(content('null')))],
  [
    'sealed, but nonsense for MSAL',
    async () => writeFile(file, await sealed(content('{"Account":{"a":null}}'))),
  ],
])('a file of tokens that is %s is no sign-in and no crash', async (_what, spoil) => {
  await desk.signedIn(desk.identity());
  await spoil();
  const identity = desk.identity();
  expect(await identity.accounts()).toEqual([]);
  expect(desk.troubles).toEqual([unreadable]);
  const account = await desk.signedIn(identity);
  expect(await desk.identity().accounts()).toMatchObject([account]);
});

test('sign-out leaves no token on disk, nor in the file of who stays', async () => {
  const identity = desk.identity();
  const first = await desk.signedIn(identity);
  await identity.token({ account: first, tenantId: desk.customer(0), scopes: [armScope] });
  const username = desk.world.accounts[1]?.username ?? '';
  desk.openPage = async (address) => {
    await desk.world.signInBy(address, username);
    return { ok: true, value: undefined };
  };
  const second = await desk.signedIn(identity);
  await identity.signOut(first.id);
  expect(await desk.identity().accounts()).toMatchObject([second]);
  const kept = await desk.vault.open(await readFile(file));
  expect(JSON.stringify(kept)).toContain(username);
  expect(JSON.stringify(kept)).not.toContain(first.id);
  await identity.signOut(second.id);
  expect(await desk.files()).toEqual([]);
});

test('the tokens of another registration are not used', async () => {
  await desk.signedIn(desk.identity());
  const other = desk.identity({ clientId: '11111111-2222-4333-8444-555555555555' });
  expect(await other.accounts()).toEqual([]);
  expect(desk.troubles).toEqual([]);
});

test('a folder that cannot be written to is told, and the sign-in works', async () => {
  await writeFile(join(desk.folder, 'data'), 'in the way');
  await desk.signedIn(desk.identity());
  expect(desk.troubles.map(({ kind }) => kind)).toContain('storage-unwritable');
});

const content = (cache: string) => JSON.stringify({ clientId: desk.world.clientId, cache });

async function sealed(text: string): Promise<Uint8Array> {
  return (await desk.vault.seal(text)).value;
}

test.each([
  [true, false],
  [false, true],
])('keeping sign-ins or not (%s to %s) signs nobody out', async (before, after) => {
  const settings = { ...defaultSettings, clientId: desk.world.clientId, persistTokens: before };
  const identity = new CurrentIdentity(settings, (current) => desk.identity(current));
  const account = await desk.signedIn(identity);
  expect(await desk.files()).toEqual(before ? ['tokens.bin'] : []);
  expect(await identity.follow({ ...settings, persistTokens: after })).toMatchObject({ ok: true });
  expect(await desk.files()).toEqual(after ? ['tokens.bin'] : []);
  expect([await identity.kept(), await identity.accounts()]).toMatchObject([after, [account]]);
  const tenantId = desk.customer(0);
  expect(await identity.token({ account, tenantId, scopes: [armScope] })).toMatchObject({ ok: true });
  // What comes later goes by the new setting too.
  expect(await desk.files()).toEqual(after ? ['tokens.bin'] : []);
});
