import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataOf, putData } from './support/data.ts';
import { openWay, pasteBox, setUpWithList } from './support/first-run.ts';
import { photograph } from './support/screen.ts';
import { expect, test } from './support/test.ts';

const id = '3adc483e-92c3-4b21-8e1f-41eb9f3d8a2c';
const settings = JSON.stringify({ language: 'en', authority: 'contoso.example', setUp: false });
const list = JSON.stringify({
  version: 1,
  data: {
    source: 'list',
    at: '2026-01-01T00:00:00.000Z',
    customers: [{ tenantId: id, name: 'From another day', domains: [], access: 'list' }],
  },
});
const notes = JSON.stringify({ version: 1, data: { [id]: { name: 'My own name' } } });
const half = (text: string) => text.slice(0, text.length >> 1);
const newer = (text: string) => text.replace('"version":1', '"version":7');

test('damaged files are named as what they are to the user, kept aside, and stop nothing', async ({
  world,
  desktop,
  start,
}) => {
  const damaged: Readonly<Record<string, string>> = {
    'settings.json': half(settings),
    'observations/list.json': half(list),
    'annotations.json': '\0\0\0\0',
    'usage.json': '{"version":1,"data":[]}',
  };
  await putData(desktop, damaged);
  const application = await start();
  const setup = await application.setup();
  for (const named of ['your settings', 'your own customer list', 'your customers’ details']) {
    await expect(setup.getByText(`The file with ${named} is damaged and cannot be used.`)).toBeVisible();
  }
  await expect(setup.getByText(/The damaged file is kept as .*list\.json\.unreadable-/)).toBeVisible();
  await photograph('damaged-files');

  // Nothing is lost: every file stands aside as it was. And nothing is stopped: the list can be filled again.
  for (const [name, text] of Object.entries(damaged)) {
    const folder = join(dataOf(desktop), name, '..');
    const kept = (await readdir(folder)).find((each) =>
      each.startsWith(`${name.split('/').at(-1)}.unreadable-`),
    );
    expect(await readFile(join(folder, kept ?? 'nothing'), 'utf8')).toBe(text);
  }
  await setUpWithList(application, world.customers.slice(0, 2));
  await application.quit();
  const again = await start();
  const finder = await again.finder();
  await expect(finder.getByText(/^2 customers/)).toBeAttached();
  await expect(finder.getByText(/is damaged/)).toHaveCount(0);
});

test('files of a newer Tidegate are named, read as far as they can be, and never written over', async ({
  desktop,
  start,
}) => {
  const files = {
    // Settings are salvaged one by one: what this Tidegate does not know stays in the file.
    'settings.json': JSON.stringify({
      ...(JSON.parse(settings) as object),
      language: 'ga',
      dayOfTomorrow: 1,
    }),
    'observations/list.json': newer(list),
    'annotations.json': newer(notes),
  };
  await putData(desktop, files);
  const application = await start();
  const setup = await application.setup();
  for (const named of ['your own customer list', 'your customers’ details']) {
    const message = `The file with ${named} was written by a newer Tidegate (version 7).`;
    await expect(setup.getByText(message)).toBeVisible();
  }
  await openWay(setup, 'signIn');
  await expect(setup.getByLabel('Your tenant')).toHaveValue('contoso.example');

  await (await pasteBox(setup)).fill(`Of today\t${id}`);
  await setup.getByRole('button', { name: 'Add these' }).click();
  await expect(setup.getByText(/changes to it are not saved/).last()).toBeVisible();
  await setup.getByLabel('Your tenant').fill('fabrikam.example');
  await setup.getByLabel('Your tenant').blur();
  await expect
    .poll(() => readFile(join(dataOf(desktop), 'settings.json'), 'utf8'))
    .toContain('fabrikam.example');
  await application.quit();

  const folder = dataOf(desktop);
  expect(await readFile(join(folder, 'observations/list.json'), 'utf8')).toBe(
    files['observations/list.json'],
  );
  expect(await readFile(join(folder, 'annotations.json'), 'utf8')).toBe(files['annotations.json']);
  expect(JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8'))).toMatchObject({
    dayOfTomorrow: 1,
  });
});

test('files of an older Tidegate, with less in them, are taken as they are', async ({ desktop, start }) => {
  await putData(desktop, {
    'settings.json': '{"setUp":true}',
    'observations/list.json': list,
    'annotations.json': notes,
  });
  const application = await start();
  const finder = await application.finder();
  await expect(finder.getByText(/^1 customer/)).toBeAttached();
  await expect(finder.getByRole('option')).toContainText('My own name');
  expect(await finder.evaluate(() => document.querySelector('.status-problem')?.textContent)).toBeUndefined();
});
