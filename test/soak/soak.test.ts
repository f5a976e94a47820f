import { execFile } from 'node:child_process';
import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import type { TidegateApi } from '#shared/commands/channels.ts';
import type { Command } from '#shared/commands/command.ts';
import { writeBrowserWrapper } from '../world/browser.ts';
import { finish, signIn } from '../e2e/support/first-run.ts';
import { keyboard } from '../e2e/support/keyboard.ts';
import { searchField } from '../e2e/support/search-field.ts';
import { expect, test } from '../e2e/support/test.ts';
import { allowances, count } from './counts.ts';
import { growth, type Sample } from './growth.ts';

const minutes = Number(process.env['TIDEGATE_SOAK_MINUTES'] ?? '120');
const between = Math.max(5_000, (minutes * 60_000) / 60);

/** A customer's first launch leaves a profile that stays known: all of them are opened in the first third. */
const opened = 20;

/** The garbage that is collected here may be a promise that Playwright waits for: what only looks is then asked again. */
async function again<T>(look: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (!String(error).includes('promise was garbage collected')) throw error;
    }
  }
}

/**
 * The title of the window to which the X server gives what is typed. Electron counts a window as focused once it has asked for
 * that; a letter that is pressed in between belongs to the window before.
 */
async function typedInto(): Promise<string> {
  const named = await promisify(execFile)('xdotool', ['getwindowfocus', 'getwindowname']).catch(() => null);
  return named?.stdout.trim() ?? '';
}

test.use({ worldOptions: { customers: 250, pageSize: 100 } });

test('hours of use leave memory, listeners, windows and files as they were', async ({
  world,
  desktop,
  start,
}) => {
  test.setTimeout((minutes + 10) * 60_000);
  const application = await start();
  await signIn(await application.setup(), world);
  await world.waitForRequest(({ route }) => route === 'login.authorize');
  await expect
    .poll(async () => {
      await keyboard.press('Return');
      return world.requests().some(({ route }) => route === 'login.token');
    })
    .toBe(true);
  await desktop.endOwnBrowser();
  await finish(application);
  await application.changeSettings({ keepQuery: false });

  // From here on a stand-in takes the browser's place: it is Tidegate that is looked at.
  const home = desktop.env['HOME'] ?? '';
  const standIn = join(home, 'stand-in');
  const starts = join(home, 'starts', 'stand-in');
  await writeFile(standIn, '#!/bin/sh\nexit 0\n');
  await chmod(standIn, 0o755);
  await writeBrowserWrapper({
    path: desktop.chromiumWrapper,
    executable: standIn,
    hostResolverRules: desktop.hostResolverRules,
    starts,
  });
  const finder = await application.finder();
  const run = (page: Page, command: Command) =>
    page.evaluate(
      (wanted) => (globalThis as unknown as { tidegate: TidegateApi }).tidegate.run(wanted),
      command,
    );
  const done = { queries: 0, launches: 0, syncs: 0, imports: 0, settings: 0 };

  const title = await finder.title();
  const ask = async (query: string) => {
    await keyboard.press('ctrl+shift+space');
    await again(() => application.finderReady());
    await expect.poll(typedInto).toBe(title);
    await keyboard.type(query);
    await expect(searchField(finder)).toHaveValue(query);
    await expect(finder.getByRole('option', { selected: true })).toHaveCount(1);
    done.queries += 1;
  };
  const hidden = () => expect.poll(() => again(() => application.finderShown())).toBe(false);

  const samples: Sample[] = [];
  const began = Date.now();
  let due = began;
  for (let round = 0; Date.now() - began < minutes * 60_000; round += 1) {
    const customer = world.customers[round % opened];
    if (!customer) throw new Error('the world has customers');
    await ask(customer.name.slice(0, 3).toLowerCase());
    await keyboard.press('Escape');
    await hidden();

    await ask(customer.name.toLowerCase());
    await expect(finder.getByRole('option', { selected: true })).toHaveAttribute(
      'data-tenant',
      customer.tenantId,
    );
    const launches = async () => (await readdir(starts)).filter((name) => name.endsWith('.args')).length;
    const before = await launches();
    await keyboard.press('Return');
    await expect.poll(launches, { message: `Enter opens ${customer.name}` }).toBe(before + 1);
    await hidden();
    done.launches += 1;

    if (round % 2 === 0) {
      const imported = `${customer.name}\t${customer.tenantId}`;
      expect(await run(finder, { kind: 'sync' })).toMatchObject({ ok: true });
      done.syncs += 1;
      const settings = await application.settings('customers');
      expect(await run(settings, { kind: 'importText', text: imported })).toMatchObject({ ok: true });
      done.imports += 1;
      const closed = settings.waitForEvent('close');
      await settings.close();
      await closed;
      done.settings += 1;
    }
    if (Date.now() < due) continue;
    due = Date.now() + between;
    const sample = await again(() => count(application, finder));
    samples.push(sample);
    if (samples.length === 1) process.stdout.write(`seconds | ${Object.keys(allowances).join(' | ')}\n`);
    const figures = Object.keys(allowances).map((name) => (sample[name] ?? Number.NaN).toFixed(1));
    process.stdout.write(`${Math.round((Date.now() - began) / 1000)} | ${figures.join(' | ')}\n`);
  }
  process.stdout.write(`${JSON.stringify(done)}\n`);
  expect(growth(samples, allowances)).toEqual([]);
});
