import { expect, type Page } from '@playwright/test';
import type { World } from '../../world/world.ts';
import type { Application } from './application.ts';

/** Fills in the form's registration and signs in; what the browser shows then is the test's to answer. */
export async function signIn(setup: Page, world: World): Promise<void> {
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
  await setup.getByLabel('Paste a list').fill(lines.join('\n'));
  await setup.getByRole('button', { name: 'Add these' }).click();
  await expect(setup.getByText(/customers? added/)).toBeVisible();
  await finish(application);
}

/** Ends the form. */
export async function finish(application: Application): Promise<void> {
  const setup = await application.setup();
  const closed = setup.waitForEvent('close');
  await setup.getByRole('button', { name: 'Start using Tidegate' }).click();
  await closed;
}
