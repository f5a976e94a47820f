import type { Visit } from '../../world/visits.ts';
import type { World } from '../../world/world.ts';
import type { Application } from './application.ts';
import { keyboard } from './keyboard.ts';
import { expect } from './patience.ts';

/** Opens a customer as an analyst does: hotkey, some of the name, Enter. Gives the visit, its storage told. */
export async function openByHotkey(
  application: Application,
  world: World,
  customer: { readonly name: string; readonly tenantId: string },
): Promise<Visit> {
  await chooseByHotkey(application, customer);
  const visit = await visitAfter(world, () => keyboard.press('Return'));
  expect(visit.tid).toBe(customer.tenantId);
  await expect.poll(() => application.finderShown()).toBe(false);
  return visit;
}

/** Brings up the finder and types until the customer is the one that Enter opens. */
export async function chooseByHotkey(
  application: Application,
  customer: { readonly name: string; readonly tenantId: string },
): Promise<void> {
  // It is there already where it had to say that a browser has ended.
  if (!(await application.finderShown())) await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await keyboard.type(customer.name.toLowerCase());
  await expect(finder.getByRole('option', { selected: true })).toHaveAttribute(
    'data-tenant',
    customer.tenantId,
  );
}

/** The first visit to a portal that comes after an act, once its page has told what it found. */
export async function visitAfter(world: World, act: () => Promise<void>): Promise<Visit> {
  const before = new Set(world.visits().map(({ id }) => id));
  await act();
  // A first start of Firefox takes half a minute on a machine that has other things to do.
  return world.waitForVisit(({ id, storage }) => !before.has(id) && storage !== null, { timeoutMs: 90_000 });
}
