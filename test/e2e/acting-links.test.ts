import { setUpWithList } from './support/first-run.ts';
import { keyboard, windowsTitled } from './support/keyboard.ts';
import { visitAfter } from './support/open.ts';
import { photograph } from './support/screen.ts';
import { searchField } from './support/search-field.ts';
import { expect, test } from './support/test.ts';

const title = 'Confirm this link';

test('a link that acts is asked about by main, and opens only after a yes; a text that names two offers both', async ({
  world,
  desktop,
  start,
}) => {
  test.slow();
  const [first, second] = world.customers.slice(90, 92);
  if (!first || !second) throw new Error('the world has customers');
  const application = await start();
  await setUpWithList(application, [first, second]);
  const starts = async () => (await desktop.chromiumStarts()).length;
  const before = await starts();
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  const input = searchField(finder);
  const paste = async (text: string) => {
    await application.electron.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
    await input.focus();
    await keyboard.press('ctrl+a');
    await keyboard.press('ctrl+v');
  };

  await test.step('several customers', async () => {
    await paste(
      `Incident: https://security.microsoft.com/incidents/1?tid=${first.tenantId}\nTenant ID: ${second.tenantId}`,
    );
    await expect(finder.getByRole('option')).toHaveCount(2);
    await expect(finder.getByText('This names several customers.')).toBeVisible();
    await expect(finder.getByRole('option', { selected: true })).toHaveCount(0);
    await photograph('several-customers');
  });

  await test.step('a link that acts', async () => {
    const query = 'testExtensions=%7B%22x%22%3A%22https%3A%2F%2Fevil.example%2F%22%7D';
    await paste(`https://security.microsoft.com/incidents?tid=${first.tenantId}&${query}`);
    await expect(finder.getByRole('option')).toHaveCount(1);
    await keyboard.press('Return');
    await expect.poll(() => windowsTitled(title)).toBe(1);
    await photograph('link-that-acts');
    // Return means no, as Escape does.
    await expect
      .poll(async () => {
        await keyboard.press('Return');
        return windowsTitled(title);
      })
      .toBe(0);
    expect(await starts()).toBe(before);

    // Which key reaches the dialog's other button is the toolkit's: what it does is answered for it.
    await application.electron.evaluate(({ dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
    });
    await application.finderReady();
    await expect(finder.getByRole('option')).toHaveCount(1);
    const visit = await visitAfter(world, () => keyboard.press('Return'));
    expect(visit).toMatchObject({ path: '/incidents', tid: first.tenantId });
  });
});
