import { chmod, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quote, readStarts, writeBrowserWrapper } from '../world/browser.ts';
import { executable, startTidegate } from './support/application.ts';
import { answer, choose } from './support/dialog.ts';
import { setUpWithList } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { chooseByHotkey, openByHotkey } from './support/open.ts';
import { photograph } from './support/screen.ts';
import { unfold, writeSettings } from './support/settings.ts';
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
  await unfold(settings, 'Advanced');
  const part = settings.getByRole('group', { name: 'A browser that is not in the list' });
  const chooseProgram = async (path: string): Promise<void> => {
    await part.getByRole('button', { name: 'Choose its program…' }).click();
    await choose('Choose a browser’s program', path);
  };
  await test.step('a file that cannot be started is no browser', async () => {
    await writeFile(join(folder, 'notes.txt'), 'none');
    await chooseProgram(join(folder, 'notes.txt'));
    await expect(part.getByText(/is not a browser that Tidegate can use/)).toBeVisible();
  });
  await test.step('a link to a shell is refused and not kept', async () => {
    await symlink('/bin/sh', join(folder, 'fine-browser'));
    await chooseProgram(join(folder, 'fine-browser'));
    await expect(part.getByText(/fine-browser is a shell or runs other programs/)).toBeVisible();
    await expect(part.getByText(join(folder, 'notes.txt'), { exact: true })).toBeVisible();
  });
  await test.step('the right program puts it in the list at once', async () => {
    await chooseProgram(browser);
    const choice = settings.getByLabel('Open customers in');
    await expect(choice.getByRole('option', { name: 'our-browser' })).toBeAttached();
    await expect(settings.getByText(/is not a browser that Tidegate can use/)).toHaveCount(0);
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

test('a command and arguments are named whole before they are used, and what is no longer allowed is told', async ({
  desktop,
  start,
  world,
}) => {
  test.slow();
  const [one, other] = world.customers;
  if (!one || !other) throw new Error('the world has customers');
  const home = desktop.env['HOME'] ?? '';
  const opener = join(home, 'opener');
  await writeFile(
    opener,
    `#!/bin/sh\nprintf '%s\\n' "$@" >'${home}/argv.part'; mv '${home}/argv.part' '${home}/argv'\n`,
  );
  await chmod(opener, 0o700);
  // As an earlier version left them.
  await writeSettings(desktop, {
    browser: 'chromium',
    browserArguments: ['--lang=fr', '--log-net-log'],
    customCommand: '/bin/sh -c "echo {name} {url}"',
    customAllowed: true,
  });
  const application = await start();
  await setUpWithList(application, [one, other]);
  const settings = await application.settings('browsers');
  await settings.bringToFront();

  await test.step('what is left out of the settings is told by name', async () => {
    await expect(settings.getByText(/argument “--log-net-log” is not allowed/)).toBeVisible();
    await expect(settings.getByText(/^\/bin\/sh is a shell or runs other programs/)).toBeVisible();
    await photograph('settings-left-out');
  });

  await test.step('arguments', async () => {
    await unfold(settings, 'Advanced');
    const field = settings.getByLabel('Extra arguments for every browser');
    await expect(field).toHaveValue('--lang=fr');
    await field.fill('--lang=fr --no-sandbox');
    await settings.getByRole('button', { name: 'Use these arguments…' }).click();
    await expect(field).toHaveAccessibleDescription(/“--no-sandbox” is not allowed/);
    await field.fill('--lang=fr --force-dark-mode');
    await settings.getByRole('button', { name: 'Use these arguments…' }).click();
    await answer('Browser arguments', true, 'dialog-browser-arguments');
    await expect(settings.getByRole('button', { name: 'Use these arguments…' })).toBeDisabled();
    await expect(settings.getByText(/argument “--log-net-log”/)).toHaveCount(0);
    await openByHotkey(application, world, one);
    const [{ args } = { args: [] }] = await desktop.chromiumStarts();
    expect(args).toEqual(expect.arrayContaining(['--lang=fr', '--force-dark-mode']));
    expect(args.join(' ')).not.toMatch(/log-net-log|no-sandbox/);
    await application.endBrowsers();
  });

  await test.step('a command', async () => {
    await settings.bringToFront();
    const field = settings.getByLabel('Command', { exact: true });
    const use = settings.getByRole('button', { name: 'Use this command…' });
    await field.fill('/usr/bin/python3 -c {url}');
    await use.click();
    await expect(settings.getByText(/^\/usr\/bin\/python3 is a shell/)).toBeVisible();
    await field.fill(`${opener} --open={url} {name}`);
    await use.click();
    await answer('Use your own command', false);
    await expect(settings.getByText('No command is on.')).toBeVisible();
    await use.click();
    await answer('Use your own command', true);
    await expect(settings.getByText('This command is on.')).toBeVisible();
    await expect(settings.getByText(/^\/bin\/sh is a shell/)).toHaveCount(0);
    await settings.getByRole('radio', { name: 'Your own command' }).check();
    await photograph('settings-custom-command');
    await chooseByHotkey(application, other);
    await keyboard.press('Return');
    const argv = () => readFile(join(home, 'argv'), 'utf8').catch(() => '');
    await expect
      .poll(argv)
      .toBe(`--open=https://security.microsoft.com/?tid=${other.tenantId}\n${other.name}\n`);
    await settings.getByRole('button', { name: 'Turn it off' }).click();
    await expect(settings.getByText('No command is on.')).toBeVisible();
  });
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
