import { chmod, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quote, readStarts, writeBrowserWrapper } from '../world/browser.ts';
import { executable, startTidegate } from './support/application.ts';
import { choose } from './support/dialog.ts';
import { setUpWithList } from './support/first-run.ts';
import { openByHotkey } from './support/open.ts';
import { photograph } from './support/screen.ts';
import { expect, test } from './support/test.ts';

test.use({ worldOptions: { customers: 2 } });

test('a browser that is not found is chosen by its program: a wrong one is refused, a right one opens customers', async ({
  desktop,
  start,
  world,
}) => {
  const [customer] = world.customers;
  if (!customer) throw new Error('the world has customers');
  const folder = join(desktop.env['HOME'] ?? '', 'some where', 'else');
  const browser = join(folder, 'our-browser');
  const starts = join(folder, 'starts');
  await writeBrowserWrapper({ path: browser, starts, hostResolverRules: desktop.hostResolverRules });
  const application = await start();
  await setUpWithList(application, [customer]);

  const settings = await application.settings('browsers');
  const part = settings.getByRole('group', { name: 'A browser that is not found' });
  const chooseProgram = async (path: string): Promise<void> => {
    await part.getByRole('button', { name: 'Choose its program…' }).click();
    await choose('Choose a browser’s program', path);
  };
  await test.step('a file that cannot be started is no browser', async () => {
    await writeFile(join(folder, 'notes.txt'), 'none');
    await chooseProgram(join(folder, 'notes.txt'));
    await expect(part.getByText(/is no browser that Tidegate can use/)).toBeVisible();
  });
  await test.step('a link to a shell is refused and not kept', async () => {
    await symlink('/bin/sh', join(folder, 'fine-browser'));
    await chooseProgram(join(folder, 'fine-browser'));
    await expect(part.getByText(/fine-browser is a shell, or runs other programs/)).toBeVisible();
    await expect(part.getByText(join(folder, 'notes.txt'), { exact: true })).toBeVisible();
  });
  await test.step('the right program puts it in the list at once', async () => {
    await chooseProgram(browser);
    const choice = settings.getByLabel('Open customers in');
    await expect(choice.getByRole('option', { name: 'our-browser' })).toBeAttached();
    await expect(settings.getByText(/is no browser that Tidegate can use/)).toHaveCount(0);
    await choice.selectOption('our-browser');
    await photograph('browser-by-hand');
  });
  await settings.close();

  const visit = await openByHotkey(application, world, customer);
  expect(visit.tid).toBe(customer.tenantId);
  // Its name tells nothing, so it was asked what it is; for the customer it was started once.
  const opened = (await readStarts(starts)).filter(({ args }) => args.join() !== '--version');
  expect(opened).toHaveLength(1);
  expect(await desktop.chromiumStarts()).toEqual([]);
});

test('policies that undo isolation are said where the browser is chosen', async ({ desktop, world }) => {
  const [customer] = world.customers;
  if (!customer) throw new Error('the world has customers');
  const policy = JSON.stringify({ BrowserSignin: 2, ForceEphemeralProfiles: true });
  const starter = join(desktop.env['HOME'] ?? '', 'bin', 'under-policy');
  const [user, group] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  // Only root writes to /etc: the one that this application sees is put over it, in a name space of its own.
  await writeFile(
    starter,
    `#!/bin/sh
exec unshare --user --map-root-user --mount sh -c '
  mount -t tmpfs policies /etc/chromium && mkdir -p /etc/chromium/policies/managed &&
  printf %s "$1" >/etc/chromium/policies/managed/company.json && shift &&
  exec unshare --user --map-user=${user} --map-group=${group} "$@"' sh ${quote(policy)} ${quote(executable)} "$@"
`,
  );
  await chmod(starter, 0o755);
  const application = await startTidegate(desktop, {}, starter);
  try {
    await application.started();
    await setUpWithList(application, [customer]);
    await application.changeSettings({ browser: 'chromium' });
    const settings = await application.settings('browsers');
    await expect(
      settings.getByText(/^Your administrator’s policy BrowserSignin makes Chromium/),
    ).toBeVisible();
    await expect(
      settings.getByText(/^Your administrator’s policy ForceEphemeralProfiles makes Chromium forget/),
    ).toBeVisible();
    await photograph('browser-policies');
  } finally {
    await application.quit();
  }
});
