import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { TidegateApi } from '#shared/commands/channels.ts';
import type { Command, CommandKind } from '#shared/commands/command.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { ProfileKey } from '#shared/commands/profiles.ts';
import { setDefaultFileManager } from '../world/default-browser.ts';
import type { Desktop } from '../world/desktop.ts';
import { answer, questionAsked } from './support/dialog.ts';
import { setUpWithList } from './support/first-run.ts';
import { focusedWindow, keyboard } from './support/keyboard.ts';
import { openByHotkey } from './support/open.ts';
import { expect, test } from './support/test.ts';

test.use({ worldOptions: { customers: 4 } });

type Sent = { readonly answer: unknown } | { readonly refused: string };

/** As a hostile script in that page does: whatever it likes, past every type. */
function send(page: Page, command: object): Promise<Sent> {
  return page.evaluate(
    (asked) =>
      (globalThis as unknown as { tidegate: { run(command: unknown): Promise<unknown> } }).tidegate
        .run(asked)
        .then(
          (answer) => ({ answer }),
          (error: unknown) => ({ refused: String(error) }),
        ),
    command,
  );
}

/** The settings on disk that name something. */
async function named(desktop: Desktop): Promise<unknown> {
  const file = join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'Tidegate', 'settings.json');
  const settings = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Record<string, unknown>;
  const { browserArguments, browserPath, customAllowed, customCommand, portalHosts, sharedList } = settings;
  return { browserArguments, browserPath, customAllowed, customCommand, portalHosts, sharedList };
}

const nothing = {
  browserArguments: undefined,
  browserPath: undefined,
  customAllowed: undefined,
  customCommand: undefined,
  portalHosts: undefined,
  sharedList: undefined,
};

test('a hostile script in each of our pages names nothing, starts nothing and deletes nothing by itself', async ({
  desktop,
  start,
  world,
}) => {
  test.slow();
  const [one, other] = world.customers;
  if (!one || !other) throw new Error('the world has customers');
  const home = desktop.env['HOME'] ?? '';
  // Whatever starts it leaves its mark, with any arguments.
  const program = join(home, 'planted');
  await writeFile(program, `#!/bin/sh\necho "$@" >>'${home}/ran'\n`);
  await chmod(program, 0o700);
  // It runs on, as a file manager does until its window is closed.
  const files = join(home, 'files');
  await writeFile(
    files,
    `#!/bin/sh\necho "$1" >>'${home}/shown'\nexec tail --pid=${process.pid} -f /dev/null\n`,
  );
  await chmod(files, 0o700);
  await setDefaultFileManager(home, files);
  const list = join(home, 'planted.csv');
  await writeFile(list, `Name;Tenant ID\r\nPlanted;${other.tenantId}\r\n`);
  const application = await start();
  const setup = await application.setup();

  const tenantId = one.tenantId as TenantId;
  let profile: ProfileKey = { browser: 'chromium', kind: 'shared', id: 'x' };
  /** One of each kind that its schema accepts, as hostile as that allows. */
  const hostile = (): { readonly [K in CommandKind]: Extract<Command, { kind: K }> } => ({
    open: { kind: 'open', tenantId, page: 'link:https://evil.example/', how: { isolation: 'custom' } },
    openMany: { kind: 'openMany', tenantIds: [tenantId], page: 'link:https://evil.example/' },
    acknowledgeInstruction: { kind: 'acknowledgeInstruction', tenantId, text: 'x' },
    copy: { kind: 'copy', what: 'tenantId', tenantId, page: 'defender' },
    resetProfile: { kind: 'resetProfile', tenantId },
    closeBrowsers: { kind: 'closeBrowsers' },
    askIncidents: { kind: 'askIncidents', tenantIds: [tenantId] },
    pinFinder: { kind: 'pinFinder' },
    openLink: { kind: 'openLink', text: `https://evil.example/?tid=${tenantId}` },
    openClipboard: { kind: 'openClipboard' },
    sync: { kind: 'sync' },
    cancelSync: { kind: 'cancelSync' },
    signIn: { kind: 'signIn', accountId: '--remote-debugging-port=1' },
    cancelSignIn: { kind: 'cancelSignIn' },
    signOut: { kind: 'signOut', accountId: 'x' },
    stepUp: { kind: 'stepUp', tenantId },
    checkAccess: { kind: 'checkAccess', tenantIds: [] },
    cancelCheckAccess: { kind: 'cancelCheckAccess' },
    cancelImport: { kind: 'cancelImport' },
    copyHelp: { kind: 'copyHelp', what: 'customer-tenant-id', tenantId },
    copyReport: { kind: 'copyReport' },
    showPlace: { kind: 'showPlace', place: 'data' },
    lookUpError: { kind: 'lookUpError', number: '50020' },
    forgetCustomer: { kind: 'forgetCustomer', tenantId },
    restoreCustomer: { kind: 'restoreCustomer', tenantId },
    wipe: { kind: 'wipe' },
    lookForUpdate: { kind: 'lookForUpdate' },
    restartToUpdate: { kind: 'restartToUpdate' },
    endShift: { kind: 'endShift' },
    selectCustomers: { kind: 'selectCustomers', tenantIds: [tenantId] },
    handOver: { kind: 'handOver', what: 'text' },
    exportJournal: {
      kind: 'exportJournal',
      filter: { tenantIds: null, from: null, to: null, page: '../../etc/passwd' },
    },
    deleteJournal: { kind: 'deleteJournal' },
    editCustomers: { kind: 'editCustomers', tenantIds: [tenantId], edit: { hidden: true } },
    pauseHotkeys: { kind: 'pauseHotkeys', paused: false },
    importText: { kind: 'importText', text: `name,tenant id\n"=cmd|' /C calc'!A1",${other.tenantId}` },
    importFile: { kind: 'importFile' },
    dropList: { kind: 'dropList', bytes: new Uint8Array() },
    previewImport: { kind: 'previewImport', from: { kind: 'file' } },
    importPlanned: { kind: 'importPlanned', plan: '../../etc/passwd' },
    exportCustomers: { kind: 'exportCustomers', format: 'json' },
    addCustomer: { kind: 'addCustomer', reference: '/etc/passwd' },
    nameOwnTenant: { kind: 'nameOwnTenant', reference: '/etc/passwd' },
    removeCustomer: { kind: 'removeCustomer', tenantId },
    annotate: {
      kind: 'annotate',
      tenantId,
      change: { links: [{ name: 'x', url: 'https://evil.example/' }], isolation: 'custom' },
    },
    acceptHeld: { kind: 'acceptHeld', tenantId },
    refuseHeld: { kind: 'refuseHeld', tenantId },
    changeSettings: {
      kind: 'changeSettings',
      change: { ownPortals: [{ id: 'own-x', name: 'x', url: 'https://evil.example/{tenantId}' }] },
    },
    confirmHost: { kind: 'confirmHost', host: 'evil.example' },
    unconfirmHost: { kind: 'unconfirmHost', host: 'security.microsoft.com' },
    chooseBrowserProgram: { kind: 'chooseBrowserProgram' },
    setBrowserArguments: { kind: 'setBrowserArguments', arguments: ['--start-maximized'] },
    setCustomCommand: { kind: 'setCustomCommand', command: `${program} {url}` },
    chooseSharedList: {
      kind: 'chooseSharedList',
      from: { kind: 'address', address: 'https://evil.example/l' },
    },
    clearProfile: { kind: 'clearProfile', profile, what: 'siteData' },
    deleteProfiles: { kind: 'deleteProfiles', profiles: [profile] },
    recordHotkey: { kind: 'recordHotkey', recording: false },
    toggleFinder: { kind: 'toggleFinder' },
    hideFinder: { kind: 'hideFinder' },
    showSettings: { kind: 'showSettings', page: 'browsers' },
    addSamples: { kind: 'addSamples' },
    removeSamples: { kind: 'removeSamples' },
    showSetup: { kind: 'showSetup' },
    openAppRegistrations: { kind: 'openAppRegistrations' },
    quit: { kind: 'quit' },
  });
  /** What no schema may accept, with what each would do. */
  const forged: readonly object[] = [
    ...[
      { customAllowed: true, customCommand: `${program} {url}`, isolation: 'custom' },
      { customAllowed: true },
      { customCommand: `${program} {url}` },
      { browserPath: program },
      { browserArguments: ['--start-maximized'] },
      { browserArguments: [] },
      { portalHosts: ['evil.example'] },
      { sharedList: list },
      { sharedList: 'https://evil.example/list.csv' },
      { language: 'en', executable: program },
    ].map((change) => ({ kind: 'changeSettings', change })),
    { kind: 'wipe', confirmed: true },
    { kind: 'exportCustomers', format: 'json', file: join(home, 'exported') },
    {
      kind: 'exportJournal',
      filter: { tenantIds: null, from: null, to: null, page: null },
      file: join(home, 'exported'),
    },
    { kind: 'deleteJournal', confirmed: true },
    { kind: 'chooseBrowserProgram', path: program },
    { kind: 'chooseSharedList', from: { kind: 'file', file: list } },
    { kind: 'previewImport', from: { kind: 'file', file: list } },
    { kind: 'importFile', file: list },
    { kind: 'open', tenantId, page: 'defender', how: { executable: program } },
    { kind: 'confirmHost', host: 'evil.example', confirmed: true },
    { kind: 'deleteProfiles', profiles: [], confirmed: true },
  ];

  const ran = () => readFile(join(home, 'ran'), 'utf8').catch(() => '');
  const unchanged = async (): Promise<void> => {
    expect(await ran()).toBe('');
    expect(await named(desktop)).toEqual(nothing);
    expect(await readdir(application.data)).toContain('observations');
    expect(await readdir(home)).not.toContain('exported');
  };

  /** Sends all of it; a dialog that comes is answered by a user who did not ask for it. */
  async function attack(page: Page): Promise<void> {
    for (const command of forged) expect(await send(page, command)).toMatchObject({ refused: /refused/ });
    for (const [kind, command] of Object.entries(hostile())) {
      // They hide what the test looks at, or put the finder or a page of Microsoft's in front of it.
      if (['hideFinder', 'toggleFinder', 'lookUpError', 'openAppRegistrations'].includes(kind)) continue;
      let isSettled = false;
      const sent = send(page, command).finally(() => (isSettled = true));
      await expect
        .poll(async () => {
          if (isSettled) return [true];
          const title = await focusedWindow();
          if (dialogs.has(title)) {
            // Once: a second Escape would reach the page below, which it closes.
            await keyboard.press('Escape');
            await expect.poll(() => focusedWindow()).not.toBe(title);
          }
          return [isSettled, kind, title];
        })
        .toContain(true);
      const { answer: outcome } = (await sent) as { readonly answer: { readonly ok: boolean } };
      if (asked.has(kind as CommandKind)) expect({ kind, ok: outcome.ok }).toEqual({ kind, ok: false });
      // Once it is painted it takes the keyboard: not from what the next step asks.
      if (kind === 'showSetup' && outcome.ok)
        await expect.poll(() => focusedWindow()).toBe('Welcome to Tidegate');
    }
    await unchanged();
  }

  await test.step('in the form of the first run', () => attack(setup));
  await setUpWithList(application, [one]);
  await openByHotkey(application, world, one);
  await application.endBrowsers();
  const made = await readdir(application.browserData);
  const [row] = (
    await (
      await application.settings()
    ).evaluate(() => (globalThis as unknown as { tidegate: TidegateApi }).tidegate.profiles())
  ).rows;
  if (!row) throw new Error('a customer was opened');
  profile = { browser: row.browser, kind: row.kind, id: row.id };

  await test.step('in the finder', async () => attack(await application.finder()));
  await test.step('in the settings', async () => {
    const settings = await application.settings();
    await settings.bringToFront();
    await attack(settings);
  });

  // What a page may show is Tidegate’s own folder, and Tidegate works on while that is shown.
  const shown = async () =>
    new Set((await readFile(join(home, 'shown'), 'utf8').catch(() => '')).trim().split('\n'));
  await expect.poll(shown).toEqual(new Set([application.data]));

  await test.step('what it asks for is done once the user says yes to that dialog, and not to another', async () => {
    const settings = await application.settings('browsers');
    await settings.bringToFront();
    const first = send(settings, { kind: 'setCustomCommand', command: `${program} --open={url} "a b"` });
    await questionAsked('Use your own command', 'dialog-custom-command');
    expect(await send(settings, { kind: 'confirmHost', host: 'evil.example' })).toMatchObject({
      answer: { ok: false, error: { kind: 'question-open' } },
    });
    await answer('Use your own command', true);
    expect(await first).toMatchObject({ answer: { ok: true } });
    expect(await named(desktop)).toEqual({
      ...nothing,
      customAllowed: true,
      customCommand: `${program} --open={url} "a b"`,
    });
    await settings.close();
  });
  expect(await readdir(application.browserData)).toEqual(expect.arrayContaining(made));
  const kept = await application.settings('customers');
  await expect(kept.getByText(one.name).first()).toBeVisible();
});

/** Those that a dialog stands before: without a yes they come to nothing. */
const asked: ReadonlySet<CommandKind> = new Set([
  'resetProfile',
  'closeBrowsers',
  'forgetCustomer',
  'wipe',
  'removeCustomer',
  'confirmHost',
  'chooseBrowserProgram',
  'setBrowserArguments',
  'setCustomCommand',
  'chooseSharedList',
  'clearProfile',
  'deleteProfiles',
  'importFile',
  'previewImport',
  'exportCustomers',
  'exportJournal',
  'deleteJournal',
]);

const dialogs: ReadonlySet<string> = new Set([
  'Reset a browser profile',
  'Close browsers',
  'Remove a customer',
  'Delete all Tidegate data',
  'Remove from your list',
  'Trust a host',
  'Choose a browser’s program',
  'Browser arguments',
  'Use your own command',
  'Use a shared list',
  'Clear a browser profile',
  'Delete browser profiles',
  'Open a list of customers',
  'Export the customers',
  'Export the journal',
  'Delete the journal',
  'Sign out',
  'Sign everyone out',
]);
