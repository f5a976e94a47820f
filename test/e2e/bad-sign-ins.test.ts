import { finish, signIn } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { photograph } from './support/screen.ts';
import { expect, test } from './support/test.ts';

// Microsoft's clock and this machine's are ten minutes apart: no reason for any of this to go otherwise.
test.use({ worldOptions: { customers: 20, minutesAhead: 10 } });

test('a page that is closed, an answer of no, and then a sign-in that works', async ({
  world,
  desktop,
  start,
}) => {
  const application = await start();
  const setup = await application.setup();
  const again = setup.getByRole('button', { name: 'Sign in', exact: true });

  await test.step('closed: Tidegate cannot know, says that it waits, and lets go when told', async () => {
    await signIn(setup, world);
    await world.waitForRequest(({ route }) => route === 'login.authorize');
    await desktop.endOwnBrowser();
    await expect(setup.getByText(/^Waiting for the sign-in in your browser… If you closed/)).toBeVisible();
    await photograph('sign-in-closed');
    await setup.getByRole('button', { name: 'Cancel the sign-in' }).click();
    await expect(setup.getByText('The sign-in was cancelled.')).toBeVisible();
  });

  await test.step('declined: told in Microsoft’s words', async () => {
    world.answerSignIn({ kind: 'cancel' });
    await again.click();
    await expect(setup.getByText(/: User declined to consent to access the app/)).toBeVisible();
    await expect(again).toBeEnabled();
  });

  await test.step('and the next one works, whatever the clocks say', async () => {
    world.answerSignIn({ kind: 'account', username: world.accounts[0]?.username ?? '' });
    await again.click();
    await expect(setup.getByText(/User declined/)).toHaveCount(0);
    // Until then the browser's window is still to come, and would take the finder's keyboard and with it the finder.
    await world.waitForRequest(({ route, status }) => route === 'arm.tenants' && status === 200);
    await finish(application);
    await keyboard.press('ctrl+shift+space');
    const finder = await application.finderReady();
    await expect(finder.getByText('20 customers · synced now')).toBeVisible();
  });
});
