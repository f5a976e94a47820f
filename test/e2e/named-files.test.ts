import { execFileSync } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setUpWithList } from './support/first-run.ts';
import { openByHotkey } from './support/open.ts';
import { writeSettings } from './support/settings.ts';
import { endBackground, runningPid, shell, tidegate, tidegateJson } from './support/terminal.ts';
import { expect, test } from './support/test.ts';
import { dataOf } from './support/data.ts';

interface Windows {
  readonly tidegate: { run(command: object): Promise<{ ok: boolean; error?: { kind: string } }> };
}

test('a shared list that is a pipe is refused by name, and holds up neither a customer nor a note', async ({
  world,
  desktop,
  start,
}) => {
  const [customer] = world.customers.slice(50, 51);
  if (!customer) throw new Error('the world has customers');
  const pipe = join(desktop.env['HOME'] ?? '', 'team.csv');
  execFileSync('mkfifo', [pipe]);
  await writeSettings(desktop, { sharedList: pipe, language: 'en' });
  const application = await start();
  await setUpWithList(application, [customer]);
  const settings = await application.settings('sources');
  const run = (command: object) =>
    settings.evaluate((asked) => (globalThis as unknown as Windows).tidegate.run(asked), command);
  for (let count = 0; count < 8; count += 1) {
    const synced = run({ kind: 'sync' });
    await run({ kind: 'cancelSync' });
    await synced;
  }
  expect(await run({ kind: 'sync', source: 'shared-list' })).toMatchObject({
    ok: false,
    error: { kind: 'not-a-file', values: { file: pipe, what: 'fileKind.pipe' } },
  });
  await openByHotkey(application, world, customer);
  const annotated = await run({
    kind: 'annotate',
    tenantId: customer.tenantId,
    change: { note: 'Call first' },
  });
  expect(annotated).toMatchObject({ ok: true });
  await expect
    .poll(() => readFile(join(dataOf(desktop), 'annotations.json'), 'utf8').catch(() => ''))
    .toContain('Call first');
});

test('tidegate import takes what its caller may read: a file, a pipe, the standard input', async ({
  world,
  desktop,
}) => {
  test.slow();
  const home = desktop.env['HOME'] ?? '';
  await writeSettings(desktop, { setUp: true, language: 'en' });
  const rows = world.customers
    .slice(80, 86)
    .map(({ tenantId }, at) => `tenantId,name\n${tenantId},Row ${at}\n`);
  for (const [at, row] of rows.entries()) await writeFile(join(home, `${at}.csv`), row);
  await chmod(join(home, '0.csv'), 0o600);
  execFileSync('mkfifo', [join(home, 'named')]);
  const lines = [
    'tidegate import 0.csv',
    'tidegate import - < 1.csv',
    'cat 2.csv | tidegate import -',
    'tidegate import <(cat 3.csv)',
    '(cat 4.csv > named) & tidegate import named',
    'cat 5.csv | tidegate import /dev/stdin',
  ];
  const refusals = [
    ['tidegate import /dev/zero', '/dev/zero is a device, not a file.'],
    ['tidegate import - < /dev/zero', 'That list is larger than 20 MB.'],
    ['tidegate import <(cat /dev/zero)', 'That list is larger than 20 MB.'],
    ['tidegate import .', `${home} is a folder, not a file.`],
  ] as const;
  const all = async (running: boolean) => {
    for (const [at, line] of lines.entries()) {
      await test.step(`${line}${running ? ', while Tidegate runs' : ''}`, async () => {
        const done = await shell(desktop, line);
        expect(done, done.errors).toMatchObject({ code: 0 });
        expect(done.output).toContain(running ? 'Unchanged: 1' : 'Added: 1');
        expect((await tidegate(desktop, 'list')).output).toContain(`Row ${at}`);
      });
    }
    for (const [line, message] of refusals) {
      await test.step(`${line}${running ? ', while Tidegate runs' : ''}`, async () => {
        const done = await shell(desktop, line);
        expect(done).toMatchObject({ code: 1, output: '' });
        expect(done.errors).toContain(message);
      });
    }
  };
  await all(false);
  expect(await runningPid(desktop)).toBeUndefined();
  try {
    expect(await tidegateJson(desktop, 'toggle')).toMatchObject({ code: 0 });
    await all(true);
  } finally {
    await endBackground(desktop);
  }
});
