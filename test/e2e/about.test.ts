import { putData } from './support/data.ts';
import { photograph } from './support/screen.ts';
import { tidegateJson } from './support/terminal.ts';
import { expect, test } from './support/test.ts';

test('the settings tell the version and what the doctor of the command line finds, and copy a report', async ({
  desktop,
  start,
}) => {
  await putData(desktop, { 'settings.json': '{"setUp":true}' });
  const application = await start();
  const settings = await application.settings('about');
  await expect(settings.getByText(/^Tidegate \d+\.\d+\.\d+ · Electron \d+/)).toBeVisible();
  const facts = settings.locator('.doctor-facts');
  await expect(facts).toContainText('Tidegate is running.');
  await photograph('about');

  const { json } = await tidegateJson(desktop, 'doctor');
  const { system, files } = json as { system: string; files: { file: string }[] };
  await expect(facts).toContainText(system);
  for (const { file } of files) await expect(facts).toContainText(file);

  await settings.getByRole('button', { name: 'Copy a report' }).click();
  await expect(settings.getByText('The report is in the clipboard.')).toBeVisible();
  const report = await application.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(report).toContain((await facts.textContent()) ?? 'the facts');
  expect(report).toContain('started');
  expect(report).not.toContain(desktop.env['HOME']);

  // A file that a newer Tidegate wrote is told here as there, after a second look.
  await putData(desktop, { 'usage.json': '{"version":999}' });
  await settings.getByRole('button', { name: 'Check again' }).click();
  await expect(settings.getByRole('tabpanel').getByRole('status').first()).toContainText('usage.json');
});

test('the other windows are told neither where the data lies nor what the doctor finds', async ({
  start,
}) => {
  const application = await start();
  const setup = await application.setup();
  const refused = await setup.evaluate(async () => {
    const { tidegate } = globalThis as unknown as { tidegate: { about(): unknown; checkUp(): unknown } };
    const failed = (asked: unknown) => Promise.resolve(asked).then(String, () => 'refused');
    return [await failed(tidegate.about()), await failed(tidegate.checkUp())];
  });
  expect(refused).toEqual(['refused', 'refused']);
});
