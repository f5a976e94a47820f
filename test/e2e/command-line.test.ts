import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Desktop } from '../world/desktop.ts';
import type { World } from '../world/world.ts';
import { browserProcesses, endAllIn, endBrowser } from '../world/processes.ts';
import { tenantsKnownTo } from '../world/visits.ts';
import { parseTenantId } from '#shared/tenant/tenant-id.ts';
import { dataOf } from './support/data.ts';
import { visitAfter } from './support/open.ts';
import { leaveRecords } from './support/seed.ts';
import { writeSettings } from './support/settings.ts';
import {
  endBackground,
  runningPid,
  snapshot,
  temporaryOf,
  tidegate,
  tidegateJson,
} from './support/terminal.ts';
import { expect, test } from './support/test.ts';

type Tenant = World['customers'][number];

/** A list as an earlier day left it: three customers, two of them easily mistaken for each other. */
async function leaveList(desktop: Desktop, world: World): Promise<readonly [Tenant, Tenant, Tenant]> {
  const [one, two, three] = world.customers.slice(60, 63);
  if (!one || !two || !three) throw new Error('the world has customers');
  const named: readonly Tenant[] = [
    { ...one, name: 'Quillon Harbour' },
    { ...two, name: 'Quillon Harvest' },
    { ...three, name: 'Zephyrine Foods' },
  ];
  await leaveRecords(desktop, [
    {
      source: 'list',
      at: '2026-03-01T10:00:00.000Z',
      customers: named.flatMap(({ tenantId: text, name, defaultDomain }) => {
        const tenantId = parseTenantId(text);
        return tenantId
          ? [{ tenantId, name, defaultDomain, domains: [defaultDomain], access: 'list' as const }]
          : [];
      }),
    },
  ]);
  await writeSettings(desktop, { setUp: true, language: 'en' });
  return named as unknown as readonly [Tenant, Tenant, Tenant];
}

const sharedData = (desktop: Desktop) => join(dataOf(desktop), 'browsers', 'chromium');

test('without Tidegate: reads, says what is wrong by exit code, and leaves the disk and the browser alone', async ({
  world,
  desktop,
}) => {
  test.slow();
  const [first, , third] = await leaveList(desktop, world);
  // Planning needs what a first start makes.
  await writeFile(
    join(dataOf(desktop), 'installation.json'),
    JSON.stringify({ version: 1, data: 'a'.repeat(64) }),
  );
  const before = await snapshot(desktop);

  await test.step('list, portals, version, help', async () => {
    const list = await tidegateJson(desktop, 'list');
    expect(list).toMatchObject({ code: 0, json: { ok: true, kind: 'customers' } });
    expect((list.json['customers'] as { name: string }[]).map(({ name }) => name)).toEqual([
      'Quillon Harbour',
      'Quillon Harvest',
      'Zephyrine Foods',
    ]);
    const text = await tidegate(desktop, 'list');
    expect(text.output.split('\n')[0]).toBe(`${first.tenantId}\tQuillon Harbour\t${first.defaultDomain}`);
    const portals = await tidegateJson(desktop, 'portals');
    expect(portals).toMatchObject({ code: 0 });
    expect((portals.json['portals'] as { id: string }[]).map(({ id }) => id)).toContain('incidents');
    expect(await tidegate(desktop, '--version')).toMatchObject({ code: 0, output: '0.1.0\n' });
    const help = await tidegate(desktop, '--help');
    expect(help).toMatchObject({ code: 0 });
    expect(help.output).toContain('Exit codes: 0 done');
  });

  await test.step('a dry run tells the whole launch', async () => {
    const { code, json } = await tidegateJson(
      desktop,
      ...['open', 'zephyrine', '--portal', 'incidents', '--browser=chromium', '--dry-run'],
    );
    const url = `https://security.microsoft.com/incidents?tid=${third.tenantId}`;
    expect({ code, json }).toMatchObject({
      code: 0,
      json: {
        ok: true,
        kind: 'planned',
        plan: {
          customer: { tenantId: third.tenantId, name: 'Zephyrine Foods' },
          page: 'incidents',
          isolation: 'profile',
          browser: { id: 'chromium' },
          executable: desktop.chromiumWrapper,
          folder: sharedData(desktop),
          url,
        },
      },
    });
    const plan = json['plan'] as { arguments: readonly string[] };
    expect(plan.arguments).toContain(`--user-data-dir=${sharedData(desktop)}`);
    expect(plan.arguments.at(-1)).toBe(url);
    const sealed = await tidegateJson(desktop, 'open', third.tenantId, '--isolation', 'sealed', '--dry-run');
    expect(sealed.json['plan']).toMatchObject({ isolation: 'sealed', page: 'defender' });
  });

  await test.step('an import is only told', async () => {
    const list = join(desktop.env['HOME'] ?? '', 'more.csv');
    await writeFile(list, `tenantId,name\n${world.customers[70]?.tenantId},Novum\n`);
    const preview = await tidegateJson(desktop, 'import', 'more.csv', '--dry-run');
    expect(preview).toMatchObject({ code: 0, json: { kind: 'previewed', preview: { added: 1 } } });
  });

  await test.step('the doctor', async () => {
    const { code, json } = await tidegateJson(desktop, 'doctor');
    expect({ code, json }).toMatchObject({
      code: 0,
      json: { kind: 'doctor', healthy: true, running: null, data: { writable: true } },
    });
    expect((json['browsers'] as { id: string }[]).map(({ id }) => id)).toContain('chromium');
    expect(JSON.stringify(json)).not.toContain(desktop.env['HOME']);
  });

  const refusals: readonly (readonly [code: number, kind: string, ...words: string[]])[] = [
    [2, 'command-unknown', 'opne', 'contoso'],
    [2, 'option-unknown', 'open', 'contoso', '--executable=/bin/sh'],
    [2, 'option-unknown', '--dryrun', 'import', 'more.csv'],
    [3, 'customer-ambiguous', '--dry-run', 'open', 'quillon'],
    [2, 'option-invalid', 'open', 'contoso', '--isolation', 'none'],
    [2, 'argument-missing', 'open'],
    [2, 'argument-extra', 'open', 'zephyrine', 'foods'],
    [2, 'export-format-unknown', 'export', 'list.exe'],
    [3, 'customer-ambiguous', 'open', 'quillon', '--dry-run'],
    [3, 'customer-not-found', 'open', 'zefyrine', '--dry-run'],
    [1, 'link-look-alike', 'open', 'https://security.rnicrosoft.com/', '--dry-run'],
    [1, 'link-malformed', 'open', 'tidegate://open?path=/bin/sh', '--dry-run'],
    [1, 'browser-not-found', 'open', 'zephyrine', '--browser', 'netscape', '--dry-run'],
    [1, 'list-unreadable', 'import', 'nowhere.csv', '--dry-run'],
    [4, 'confirmation-needed', 'wipe'],
  ];
  for (const [code, kind, ...words] of refusals) {
    await test.step(`tidegate ${words.join(' ')}: ${kind}, exit code ${code}`, async () => {
      expect(await tidegateJson(desktop, ...words)).toMatchObject({
        code,
        json: { ok: false, error: { kind } },
      });
    });
  }
  const ambiguous = await tidegate(desktop, 'open', 'quillon');
  expect(ambiguous).toMatchObject({ code: 3, output: '' });
  expect(ambiguous.errors).toContain('“quillon” matches 2 customers.');
  expect(ambiguous.errors).toContain(`${first.tenantId}\tQuillon Harbour`);

  expect(await snapshot(desktop)).toEqual(before);
  expect(await desktop.chromiumStarts()).toEqual([]);
  expect(await runningPid(desktop)).toBeUndefined();
  // The last one's may still be there: the next one takes it along.
  const left = (await readdir(temporaryOf(desktop))).filter((name) => name.startsWith('tidegate-cli'));
  expect(left.length).toBeLessThanOrEqual(1);
});

test('without Tidegate: a list is imported and exported, and everything is removed, with nothing left running', async ({
  world,
  desktop,
}) => {
  const home = desktop.env['HOME'] ?? '';
  const customer = world.customers[71];
  if (!customer) throw new Error('the world has customers');
  await writeSettings(desktop, { setUp: true, language: 'fr' });
  await writeFile(join(home, 'in.csv'), `tenantId,name\n${customer.tenantId},Été\nnobody,?\n`);
  const imported = await tidegate(desktop, 'import', 'in.csv');
  expect(imported).toMatchObject({ code: 0 });
  expect(imported.output).toContain('Ajoutés : 1.');
  expect(imported.output).toMatch(/^Ligne 3 : /m);

  expect(await tidegateJson(desktop, 'export', 'out.json')).toMatchObject({
    code: 0,
    json: { kind: 'exported', customers: 1, file: join(home, 'out.json') },
  });
  expect(await readFile(join(home, 'out.json'), 'utf8')).toContain(customer.tenantId);
  expect(await runningPid(desktop)).toBeUndefined();

  expect(await tidegateJson(desktop, 'wipe', '--yes')).toMatchObject({ code: 0, json: { kind: 'done' } });
  const left = (await readdir(dataOf(desktop))).filter((name) => !name.startsWith('Singleton'));
  expect(left).toEqual([]);
  expect(await runningPid(desktop)).toBeUndefined();
});

test('a command starts Tidegate when none runs; the next ones go to the one that does', async ({
  world,
  desktop,
}) => {
  test.slow();
  const home = desktop.env['HOME'] ?? '';
  const [first, , third] = await leaveList(desktop, world);
  try {
    let opened = await visitAfter(world, async () => {
      expect(await tidegateJson(desktop, 'open', 'Quillon Harbour')).toMatchObject({
        code: 0,
        json: { ok: true, kind: 'opened', customer: 'Quillon Harbour' },
      });
    });
    expect(`${opened.host}${opened.path}${opened.query}`).toBe(
      `security.microsoft.com/?tid=${first.tenantId}`,
    );
    const pid = await runningPid(desktop);
    expect(pid).toBeDefined();

    opened = await visitAfter(world, async () => {
      const done = await tidegate(desktop, 'open', third.defaultDomain, '--portal', 'incidents');
      expect(done).toMatchObject({ code: 0, output: 'Zephyrine Foods opened in Chromium.\n' });
    });
    expect(`${opened.host}${opened.path}${opened.query}`).toBe(
      `security.microsoft.com/incidents?tid=${third.tenantId}`,
    );
    expect(tenantsKnownTo(opened)).not.toContain(first.tenantId);

    opened = await visitAfter(world, async () => {
      const link = `https://security.microsoft.com/alerts?tid=${first.tenantId}`;
      expect(await tidegate(desktop, 'open', link)).toMatchObject({ code: 0 });
    });
    expect(opened).toMatchObject({ path: '/alerts', tid: first.tenantId });
    expect(tenantsKnownTo(opened)).toEqual([first.tenantId]);

    const starts = await desktop.chromiumStarts();
    expect(await tidegateJson(desktop, 'open', 'quillon')).toMatchObject({
      code: 3,
      json: { error: { kind: 'customer-ambiguous' }, candidates: [{ name: 'Quillon Harbour' }, {}] },
    });
    const planned = await tidegateJson(desktop, 'open', 'zephyrine foods', '--dry-run');
    expect(planned).toMatchObject({ code: 0, json: { kind: 'planned' } });
    expect(await desktop.chromiumStarts()).toHaveLength(starts.length);
    // What was told is what is done: the same profile as the one that was opened.
    const plan = planned.json['plan'] as { arguments: readonly string[] };
    const own = plan.arguments.find((argument) => argument.startsWith('--profile-directory='));
    expect(starts[1]?.args).toContain(own);

    expect(await tidegateJson(desktop, 'toggle')).toMatchObject({ code: 0, json: { kind: 'done' } });
    expect(await tidegateJson(desktop, 'sync')).toMatchObject({ code: 0, json: { kind: 'done' } });
    await writeFile(join(home, 'in.csv'), `tenantId,name\n${world.customers[72]?.tenantId},Later\n`);
    expect(await tidegateJson(desktop, 'import', 'in.csv')).toMatchObject({
      code: 0,
      json: { kind: 'imported', report: { added: 1 } },
    });
    expect(await tidegateJson(desktop, 'export', join(home, 'out.csv'))).toMatchObject({
      code: 0,
      json: { customers: 4 },
    });
    expect(await readFile(join(home, 'out.csv'), 'utf8')).toContain('Later');
    expect(await tidegateJson(desktop, 'doctor')).toMatchObject({
      json: { running: { hotkey: { active: 'Control+Shift+Space' }, accounts: 0 } },
    });
    // The same process all along.
    expect(await runningPid(desktop)).toBe(pid);

    expect(browserProcesses(sharedData(desktop))).not.toEqual([]);
    expect(await tidegateJson(desktop, 'wipe', '--yes')).toMatchObject({
      code: 1,
      json: { error: { kind: 'browsers-running' } },
    });
    expect(await readdir(dataOf(desktop))).toContain('observations');
    await endBrowser(sharedData(desktop));
    expect(await tidegateJson(desktop, 'wipe', '--yes')).toMatchObject({ code: 0 });
    expect(await runningPid(desktop)).toBeUndefined();
    const left = (await readdir(dataOf(desktop))).filter((name) => !name.startsWith('Singleton'));
    expect(left).toEqual([]);
  } finally {
    await endBackground(desktop);
    await endAllIn(home);
  }
});
