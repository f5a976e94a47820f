import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { TidegateApi } from '#shared/commands/channels.ts';
import type { Command } from '#shared/commands/command.ts';
import type { World } from '../world/world.ts';
import { accessibilityFaults } from './support/accessibility.ts';
import { output, type Application } from './support/application.ts';
import { focusedWindow, keyboard } from './support/keyboard.ts';
import { photograph } from './support/screen.ts';
import { expect, test } from './support/test.ts';

test.use({ worldOptions: { customers: 250, pageSize: 150 } });

/** The words of the form in each language it is walked in. */
const languages = {
  en: {
    environment: {},
    signIn: 'Sign in with Microsoft',
    clientId: 'Application (client) ID',
    tenant: 'Your tenant',
    submit: 'Sign in',
    list: 'Paste or open a list',
    add: 'Add these',
    samples: 'Try 250 sample customers',
    removeSamples: 'Remove the sample customers',
    found: /^250\s*customers found$/,
    found1: /^1\s*customer found$/,
    next: 'Continue',
    one: 'With one account for all',
    each: 'With a different account for each customer',
    recommended: 'Recommended',
    press: 'Press the hotkey',
    isSample: /is a sample, so nothing was opened/,
  },
  fr: {
    environment: { LANG: 'fr_FR.UTF-8', LANGUAGE: 'fr' },
    signIn: 'Se connecter à Microsoft',
    clientId: 'ID d’application (client)',
    tenant: 'Votre tenant',
    submit: 'Se connecter',
    list: 'Coller ou ouvrir une liste',
    add: 'Ajouter ces clients',
    samples: 'Essayer avec 250 clients d’exemple',
    removeSamples: 'Retirer les clients d’exemple',
    found: /^250\s*clients trouvés$/,
    found1: /^1\s*client trouvé$/,
    next: 'Continuer',
    one: 'Avec un seul compte pour tous',
    each: 'Avec un compte différent pour chaque client',
    recommended: 'Recommandé',
    press: 'Appuyez sur le raccourci',
    isSample: /est un exemple\s: rien n’a été ouvert/,
  },
} as const;
type Words = (typeof languages)[keyof typeof languages];

async function expectAccessible(page: Page): Promise<void> {
  // Without a second page of its own: Electron opens none.
  expect(await accessibilityFaults(page)).toEqual([]);
}

/** What somebody sees, and could press, without scrolling or opening anything. */
async function countShown(page: Page): Promise<{ readonly words: number; readonly controls: number }> {
  return page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>('button, input, select, textarea, summary, a'),
    ];
    return {
      words: document.body.innerText.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
      controls: controls.filter((each) => each.checkVisibility()).length,
    };
  });
}

/** From the choice of isolation to the finder: the hotkey is pressed, and that ends the form. */
async function learnHotkey(setup: Page, application: Application, words: Words, name: string): Promise<Page> {
  await setup.getByRole('button', { name: words.next }).click();
  await expect(setup.getByRole('heading', { name: words.press })).toBeFocused();
  await expectAccessible(setup);
  await photograph(`first-run-${name}-ready`);
  await setup.bringToFront();
  const closed = setup.waitForEvent('close');
  await keyboard.press('ctrl+shift+space');
  await closed;
  return application.finderReady();
}

async function openFirst(finder: Page, world: World, name: string, tenantId: string): Promise<void> {
  await keyboard.type(name.slice(0, 6).toLowerCase());
  await expect(finder.getByRole('option', { selected: true })).toHaveAttribute('data-tenant', tenantId);
  await keyboard.press('Return');
  const visit = await world.waitForVisit((each) => each.tid === tenantId);
  expect(`https://${visit.host}${visit.path}${visit.query}`).toBe(
    `https://security.microsoft.com/?tid=${tenantId}`,
  );
}

for (const [language, words] of Object.entries(languages)) {
  test.describe(`in ${language}`, () => {
    test('the first screen is short: at most 80 words and 6 controls', async ({ start }) => {
      const application = await start(words.environment);
      const setup = await application.setup();
      await expect(setup.getByRole('button', { name: words.list })).toBeVisible();
      await photograph(`first-run-${language}`);
      await expectAccessible(setup);
      const { controls, words: count } = await countShown(setup);
      expect(count).toBeLessThanOrEqual(80);
      expect(count).toBeGreaterThan(20);
      expect(controls).toBeLessThanOrEqual(6);
      expect(controls).toBeGreaterThanOrEqual(4);
    });

    test('by a sign-in: the form comes back and says how many, one account is recommended, the hotkey opens the finder', async ({
      world,
      desktop,
      start,
    }) => {
      const customer = world.customers[7];
      if (!customer) throw new Error('the world has customers');
      const application = await start(words.environment);
      const setup = await application.setup();
      await setup.getByRole('button', { name: words.signIn, exact: true }).click();
      await photograph(`first-run-${language}-sign-in`);
      await expectAccessible(setup);
      await setup.getByLabel(words.clientId).fill(world.clientId);
      await setup.getByLabel(words.tenant).fill(world.home.tenantId);
      await setup.getByRole('button', { name: words.submit, exact: true }).click();
      await world.waitForRequest(({ route }) => route === 'login.authorize');
      await expect
        .poll(async () => {
          await keyboard.press('Return');
          return world.requests().some(({ route }) => route === 'login.token');
        })
        .toBe(true);
      // Microsoft's page had the screen; now the form has it again, without a click.
      await expect.poll(focusedWindow).toMatch(/Tidegate/);
      await expect(setup.getByText(words.found)).toBeVisible();
      await desktop.endOwnBrowser();

      await setup.getByRole('button', { name: words.next }).click();
      await expect(setup.getByRole('radio', { name: words.one })).toBeChecked();
      await expect(setup.getByText(words.recommended, { exact: true })).toHaveCount(1);
      await expect(setup.getByText(/\b25[01]\b/)).toHaveCount(1);
      await expect(setup.getByText(/\b250\b/)).toHaveCount(1);
      await expectAccessible(setup);
      await photograph(`first-run-${language}-habit`);
      const finder = await learnHotkey(setup, application, words, language);
      await expect(finder.getByText(language === 'fr' ? /^250\s*clients/ : /^250 customers/)).toBeVisible();
      await openFirst(finder, world, customer.name, customer.tenantId);
    });

    test('by a pasted list: a paste anywhere is taken, and what keeps customers apart is chosen', async ({
      world,
      start,
    }) => {
      const customer = world.customers[3];
      if (!customer) throw new Error('the world has customers');
      const application = await start(words.environment);
      const setup = await application.setup();
      await expect(setup.getByRole('button', { name: words.list })).toBeVisible();
      await setup.evaluate((text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        document.body.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      }, `${customer.name}\t${customer.tenantId}`);
      await expect(setup.getByRole('textbox').first()).toHaveValue(`${customer.name}\t${customer.tenantId}`);
      await setup.getByRole('button', { name: words.add }).click();
      await expect(setup.getByText(words.found1)).toBeVisible();
      await photograph(`first-run-${language}-list`);
      await expectAccessible(setup);
      await setup.getByRole('button', { name: words.next }).click();
      // Nobody is signed in: nothing may be shared.
      await expect(setup.getByRole('radio', { name: words.each })).toBeChecked();
      const finder = await learnHotkey(setup, application, words, `${language}-list`);
      await openFirst(finder, world, customer.name, customer.tenantId);
    });

    test('by samples: they open nothing, one press removes them, and a customer of one’s own opens', async ({
      world,
      start,
    }) => {
      const customer = world.customers[5];
      if (!customer) throw new Error('the world has customers');
      const application = await start(words.environment);
      let setup = await application.setup();
      await setup.getByRole('button', { name: words.samples }).click();
      await expect(setup.getByText(words.found)).toBeVisible();
      await photograph(`first-run-${language}-samples`);
      await setup.getByRole('button', { name: words.next }).click();
      let finder = await learnHotkey(setup, application, words, `${language}-samples`);
      await keyboard.type('alder clin');
      await expect(finder.getByRole('option', { selected: true })).toContainText(
        language === 'fr' ? 'Exemple' : 'Sample',
      );
      await keyboard.press('Return');
      await expect(finder.getByText(words.isSample)).toBeVisible();
      await photograph(`sample-customer-${language}`);
      await keyboard.press('Escape');

      // Help leads back to the first steps.
      const settings = await application.settings('help');
      await settings
        .getByRole('button', {
          name: language === 'fr' ? 'Afficher les premiers pas' : 'Show the first steps',
        })
        .click();
      setup = await application.setup();
      await setup.getByRole('button', { name: words.removeSamples }).click();
      await expect(setup.getByText(words.found)).toHaveCount(0);
      await expect(setup.getByRole('button', { name: words.samples })).toBeVisible();
      await setup.getByRole('button', { name: words.list }).click();
      await setup.getByRole('textbox').first().fill(`${customer.name}\t${customer.tenantId}`);
      await setup.getByRole('button', { name: words.add }).click();
      await expect(setup.getByText(words.found1)).toBeVisible();
      await setup.getByRole('button', { name: words.next }).click();
      finder = await learnHotkey(setup, application, words, `${language}-again`);
      await openFirst(finder, world, customer.name, customer.tenantId);
      // A sample was never asked for anywhere.
      expect(world.requests().filter(({ url }) => url.href.includes('00000000-0000-4000-a000'))).toEqual([]);
    });
  });

  test(`every step of the first run in ${language}: light, dark and forced colours, up to 300 %`, async ({
    start,
  }) => {
    const application = await start(words.environment);
    const setup = await application.setup();
    const zoom = (factor: number) =>
      application.electron.evaluate(({ BrowserWindow }, to) => {
        for (const { webContents } of BrowserWindow.getAllWindows())
          if (webContents.getURL().includes('/setup/')) webContents.setZoomFactor(to);
      }, factor);
    // Of the page, not the screen: that one may not have been painted since its colours changed.
    const picture = (name: string) =>
      setup.screenshot({ path: join(output, `first-run-${language}-${name}.png`) });
    const look = async (state: string): Promise<void> => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await setup.emulateMedia({ colorScheme });
        await expectAccessible(setup);
        await picture(`${state}-${colorScheme}`);
      }
      await setup.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
      await picture(`${state}-forced`);
      await setup.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
      for (const factor of [1.5, 2, 3]) {
        await zoom(factor);
        // What reaches over the edge, by name.
        await expect
          .poll(() =>
            setup.evaluate(() =>
              [...document.querySelectorAll('body *')]
                .filter(
                  (each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5,
                )
                .map((each) => `${each.className}: ${each.textContent}`),
            ),
          )
          .toEqual([]);
        await picture(`${state}-${factor * 100}`);
      }
      await zoom(1);
    };
    await setup.getByRole('button', { name: words.samples }).click();
    await expect(setup.getByText(words.found)).toBeVisible();
    await look('get');
    await setup.getByRole('button', { name: words.signIn, exact: true }).click();
    await setup.getByRole('button', { name: words.list }).click();
    await look('open');
    await setup.getByRole('button', { name: words.next }).click();
    await expect(setup.getByRole('radio', { name: words.each })).toBeVisible();
    await look('habit');
    await setup.getByRole('button', { name: words.next }).click();
    await expect(setup.getByRole('heading', { name: words.press })).toBeVisible();
    await look('ready');
  });
}

test('by keyboard alone, and it goes on where it was left', async ({ start }) => {
  const application = await start();
  const setup = await application.setup();
  await setup.bringToFront();
  await expect.poll(focusedWindow).toMatch(/Tidegate/);
  const focused = () => setup.evaluate(() => document.activeElement?.textContent ?? '');
  const tabTo = async (text: RegExp): Promise<void> => {
    for (let presses = 0; presses < 40 && !text.test(await focused()); presses += 1)
      await setup.keyboard.press('Tab');
    expect(await focused()).toMatch(text);
  };
  await tabTo(/^Try 250 sample customers/);
  await setup.keyboard.press('Enter');
  await expect(setup.getByText(/^250\s*customers found$/)).toBeVisible();
  await tabTo(/^Continue$/);
  await setup.keyboard.press('Enter');
  await expect(setup.getByRole('heading', { name: 'How do you sign in to your customers?' })).toBeFocused();
  await setup.keyboard.press('Tab');
  await setup.keyboard.press('ArrowUp');
  await expect(setup.getByRole('radio', { name: 'With a few accounts' })).toBeChecked();

  // Closed and opened again: the same step, with the choice that was made.
  const closed = setup.waitForEvent('close');
  await setup.close();
  await closed;
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await finder.getByRole('button', { name: 'Settings' }).click();
  const again = await application.setup();
  await expect(again.getByRole('radio', { name: 'With a few accounts' })).toBeChecked();

  // After a restart the customers are there, and nothing has to be typed again.
  await application.quit();
  const restarted = await (await start()).setup();
  await expect(restarted.getByText(/^250\s*customers found$/)).toBeVisible();
  await expect(restarted.getByRole('button', { name: 'Continue' })).toBeVisible();
});

test('the sign-in needs no README: the command is copied, IDs are checked as they are typed', async ({
  desktop,
  start,
}) => {
  const application = await start();
  const setup = await application.setup();
  await setup.getByRole('button', { name: 'Sign in with Microsoft' }).click();
  await setup.getByRole('button', { name: 'Copy the command' }).click();
  await expect(setup.getByText('Copied.')).toBeVisible();
  expect(await application.electron.evaluate(({ clipboard }) => clipboard.readText())).toMatch(
    /^az ad app create --display-name Tidegate /,
  );
  await setup.getByRole('button', { name: 'Open app registrations' }).click();
  await expect
    .poll(async () => (await desktop.ownBrowserStarts()).flatMap(({ args }) => args).join(' '))
    .toContain('https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/');
  const clientId = setup.getByLabel('Application (client) ID');
  await clientId.fill('11111111-2222');
  // Half of an ID is no mistake.
  await expect(setup.getByText(/is not an application \(client\) ID/)).toHaveCount(0);
  await clientId.fill('11111111-2222-x');
  await expect(setup.getByText(/“11111111-2222-x” is not an application \(client\) ID/)).toBeVisible();
  await clientId.fill('11111111-2222-4333-8444-555555555555');
  await expect(setup.getByText(/is not an application \(client\) ID/)).toHaveCount(0);
  await expect(setup.locator('.checked[data-good]').first()).toBeVisible();
});

test('a form appears only once it has something to see', async ({ start }) => {
  const application = await start();
  const setup = await application.setup();
  await application.electron.evaluate(({ app }) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seenWhenShown: seen });
    const watch = (window: Electron.BrowserWindow): void => {
      window.once('show', () => {
        void window.webContents
          .executeJavaScript('document.querySelector("h1")?.textContent ?? ""')
          .then((text: string) => seen.push(text));
      });
    };
    app.on('browser-window-created', (_event, window) => watch(window));
  });
  const run = (page: Page, command: Command) =>
    page.evaluate(
      (asked) => (globalThis as unknown as { tidegate: TidegateApi }).tidegate.run(asked),
      command,
    );
  await run(setup, { kind: 'changeSettings', change: { setUp: true } });
  await setup.close();
  const settings = await application.settings('general');
  await run(settings, { kind: 'showSetup' });
  await application.setup();
  await expect
    .poll(() =>
      application.electron.evaluate(
        () => (globalThis as unknown as { seenWhenShown: string[] }).seenWhenShown,
      ),
    )
    .toEqual(['General', 'Welcome to Tidegate']);
});
