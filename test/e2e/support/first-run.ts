import type { Locator, Page } from '@playwright/test';
import type { World } from '../../world/world.ts';
import type { Application } from './application.ts';
import { expect } from './patience.ts';

const ways = { signIn: 'Sign in with Microsoft', list: 'Paste or open a list' } as const;

/** Opens one of the ways to customers, if it is not open yet. */
export async function openWay(setup: Page, way: keyof typeof ways): Promise<void> {
  const button = setup.getByRole('button', { name: ways[way], exact: true });
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
}

/** The box for a list that is pasted. */
export async function pasteBox(setup: Page): Promise<Locator> {
  await openWay(setup, 'list');
  return setup.getByLabel('Paste a list');
}

/** Fills in the form's registration and signs in; what the browser shows then is the test's to answer. */
export async function signIn(setup: Page, world: World): Promise<void> {
  await openWay(setup, 'signIn');
  await setup.getByLabel('Application (client) ID').fill(world.clientId);
  await setup.getByLabel('Your tenant').fill(world.home.tenantId);
  await setup.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Puts customers on the list by hand and ends the form, so that a test can go on from there. */
export async function setUpWithList(
  application: Application,
  customers: readonly { readonly name: string; readonly tenantId: string }[],
): Promise<void> {
  const setup = await application.setup();
  const lines = customers.map(({ name, tenantId }) => `${name}\t${tenantId}`);
  await (await pasteBox(setup)).fill(lines.join('\n'));
  await setup.getByRole('button', { name: 'Add these' }).click();
  await expect(setup.getByText(/customers? added/)).toBeVisible();
  await finish(application);
}

/** Goes on to the form's end, by the wish to keep every customer apart, and ends it. */
export async function finish(application: Application): Promise<void> {
  const setup = await application.setup();
  await goToEnd(setup);
  const closed = setup.waitForEvent('close');
  await setup.getByRole('button', { name: 'Start using Tidegate' }).click();
  await closed;
}

/** As `finish`, and leaves the form at its last step. */
export async function goToEnd(setup: Page): Promise<void> {
  await setup.getByRole('button', { name: /^(Continue|Skip for now)$/ }).click();
  await setup.getByRole('radio', { name: 'With a different account for each customer' }).check();
  await setup.getByRole('button', { name: 'Continue' }).click();
  await expect(setup.getByRole('button', { name: 'Start using Tidegate' })).toBeVisible();
}
