import { readFile, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesHolding } from './support/data.ts';
import { finish, pasteBox, signIn } from './support/first-run.ts';
import { startKeyring } from './support/keyring.ts';
import { photograph } from './support/screen.ts';
import { answer } from './support/dialog.ts';
import { expect, test } from './support/test.ts';

test.use({ worldOptions: { customers: 20 } });

const undecipherable = 'The saved sign-in could not be decrypted.';

test('a sign-in is kept by the keyring only, and ends when it is signed out or cannot be decrypted', async ({
  world,
  desktop,
  start,
}) => {
  const account = world.accounts[0];
  if (!account) throw new Error('the world has accounts');
  world.answerSignIn({ kind: 'account', username: account.username });
  const home = desktop.env['HOME'] ?? '';
  const keyring = await startKeyring(join(home, 'keyring'));
  const another = await startKeyring(join(home, 'another-keyring'));
  const listed = () =>
    world.requests().filter(({ route, status }) => route === 'arm.tenants' && status === 200);
  let sealed = Buffer.alloc(0);
  let tokens = '';
  try {
    await test.step('signed in: sealed on disk for the owner’s eyes, and nowhere in clear', async () => {
      const application = await start(keyring.environment);
      tokens = join(application.data, 'tokens.bin');
      const setup = await application.setup();
      await (await pasteBox(setup)).fill('Kept by hand\t11111111-2222-4333-8444-555555555555');
      await setup.getByRole('button', { name: 'Add these' }).click();
      await signIn(setup, world);
      await expect(setup.getByText(account.username).first()).toBeVisible();
      await expect(setup.getByText('Your operating system keeps the sign-in encrypted.')).toBeVisible();
      await expect.poll(() => listed().length).toBeGreaterThan(0);
      await finish(application);
      await application.quit();
      await desktop.endOwnBrowser();
      sealed = await readFile(tokens);
      expect((await stat(tokens)).mode & 0o777).toBe(0o600);
      // Chromium's mark of a key from the keyring; `v10` is the password that stands in its source.
      expect(sealed.subarray(0, 3).toString('latin1')).toBe('v11');
      expect(world.issuedTokens().length).toBeGreaterThan(0);
      expect(await filesHolding(application.data, world.issuedTokens())).toEqual([]);
    });

    await test.step('after a restart: still signed in, and nobody was asked', async () => {
      const [pages, before] = [(await desktop.ownBrowserStarts()).length, listed().length];
      const application = await start(keyring.environment);
      const settings = await application.settings('accounts');
      await expect(settings.getByText(account.username).first()).toBeVisible();
      await expect.poll(() => listed().length).toBeGreaterThan(before);
      expect((await desktop.ownBrowserStarts()).length).toBe(pages);
      await application.quit();
      sealed = await readFile(tokens);
    });

    await test.step('with another keyring: signed out, said, and nothing lost', async () => {
      const application = await start(another.environment);
      const settings = await application.settings('accounts');
      await expect(settings.getByText(undecipherable)).toBeVisible();
      await photograph('keyring-undecipherable');
      await expect(
        settings.locator('form').getByRole('button', { name: 'Sign in', exact: true }),
      ).toBeEnabled();
      await application.quit();
      expect((await readFile(tokens)).equals(sealed)).toBe(true);
    });

    await test.step('damaged: the same; signing in again mends it, and signing out wipes it', async () => {
      const damaged = Buffer.from(sealed);
      damaged.fill(0x5a, 20, 60);
      await writeFile(tokens, damaged);
      const application = await start(keyring.environment);
      const settings = await application.settings('accounts');
      await expect(settings.getByText(undecipherable)).toBeVisible();
      // The warning carries what mends it.
      const warning = settings.locator('.notice').filter({ hasText: undecipherable });
      await warning.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(settings.getByText(account.username).first()).toBeVisible();
      await expect(settings.getByText(undecipherable)).toHaveCount(0);
      await expect.poll(() => existsSync(tokens)).toBe(true);

      await settings.getByRole('button', { name: `Sign out ${account.username}` }).click();
      await answer('Sign out', true);
      await expect(settings.getByText(account.username)).toHaveCount(0);
      await expect.poll(() => existsSync(tokens)).toBe(false);
      await application.settings('customers');
      await expect(settings.getByText('1 customer', { exact: true })).toBeVisible();
      const finder = await application.finder();
      await expect(finder.getByText(/^1 customer$/)).toBeAttached();
      await application.quit();
      await desktop.endOwnBrowser();
      expect(await filesHolding(application.data, world.issuedTokens())).toEqual([]);
    });

    await test.step('after that a restart asks for no account and complains of nothing', async () => {
      const application = await start(keyring.environment);
      const settings = await application.settings('accounts');
      await expect(
        settings.locator('form').getByRole('button', { name: 'Sign in', exact: true }),
      ).toBeEnabled();
      await expect(settings.getByText(undecipherable)).toHaveCount(0);
    });
  } finally {
    await keyring.stop();
    await another.stop();
  }
});
