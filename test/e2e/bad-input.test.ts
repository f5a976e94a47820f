import { openWay, pasteBox, signIn } from './support/first-run.ts';
import { photograph } from './support/screen.ts';
import { expect, test } from './support/test.ts';

test('what names no tenant is refused by name with what to do, and nothing else is lost or started', async ({
  world,
  desktop,
  start,
}) => {
  const [good] = world.customers;
  if (!good) throw new Error('the world has customers');
  const application = await start();
  const setup = await application.setup();

  await test.step('in a pasted list: the good lines are taken, the refused ones stay to be mended', async () => {
    const box = await pasteBox(setup);
    const short = `Contoso\t${good.tenantId.slice(0, -1)}`;
    await box.fill([short, `${good.name}\t${good.tenantId}`, '???', 'nowhere.example'].join('\n'));
    await setup.getByRole('button', { name: 'Add these' }).click();
    await expect(setup.getByText('1 customer added, 3 lines not understood')).toBeVisible();
    await expect(setup.getByText(`“${good.tenantId.slice(0, -1)}” is not a tenant ID.`)).toBeVisible();
    await expect(setup.getByText(/A tenant ID is a GUID such as 11111111-/)).toBeVisible();
    await expect(setup.getByText('“???” names no tenant.')).toBeVisible();
    await expect(setup.getByText('Microsoft knows no tenant with the domain nowhere.example.')).toBeVisible();
    await expect(box).toHaveValue([short, '???', 'nowhere.example'].join('\n'));
    await photograph('refused-lines');
    // Mended, they are taken, and the box is empty.
    await box.fill(`Contoso\t${good.tenantId.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}`);
    await setup.getByRole('button', { name: 'Add these' }).click();
    await expect(setup.getByText('1 customer added')).toBeVisible();
    await expect(box).toHaveValue('');
  });

  await test.step('one by one', async () => {
    await setup.getByLabel('Tenant ID, domain or portal link').fill('12345-not-a-guid');
    await setup.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(setup.getByText(/^“12345-not-a-guid” /)).toBeVisible();
    await expect(setup.getByText('2 customers found')).toBeVisible();
  });

  await test.step('in the registration to sign in with', async () => {
    await openWay(setup, 'signIn');
    await setup.getByLabel('Application (client) ID').fill('my application');
    await setup.getByLabel('Your tenant').fill('my tenant');
    await setup.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(
      setup.getByText(/“my application” is not an application \(client\) ID\. It is a GUID/),
    ).toBeVisible();
    await expect(setup.getByText(/“my tenant” is neither a tenant ID, nor a domain/)).toBeVisible();
  });

  await test.step('a tenant to sign in at that does not exist: said at once, without a page', async () => {
    await signIn(setup, world);
    await world.waitForRequest(({ route }) => route === 'login.authorize');
    await setup.getByRole('button', { name: 'Cancel the sign-in' }).click();
    await expect(setup.getByText('The sign-in was cancelled.')).toBeVisible();
    const pages = (await desktop.ownBrowserStarts()).length;
    for (const nowhere of ['tidewatersecurty.example', '11111111-2222-4333-8444-555555555555']) {
      await setup.getByLabel('Your tenant').fill(nowhere);
      await setup.getByRole('button', { name: 'Sign in', exact: true }).click();
      const message = `Microsoft knows no tenant “${nowhere}”, so nobody can sign in there. Check the spelling`;
      await expect(setup.getByText(message)).toBeVisible();
      await expect(setup.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled();
    }
    expect((await desktop.ownBrowserStarts()).length).toBe(pages);
  });
  expect(await desktop.chromiumStarts()).toEqual([]);
});
