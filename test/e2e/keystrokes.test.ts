import type { Annotation, ObservedCustomer } from '#shared/customer/customer.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import type { Desktop } from '../world/desktop.ts';
import type { World } from '../world/world.ts';
import type { Application } from './support/application.ts';
import { finish, signIn } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { photograph } from './support/screen.ts';
import { leaveRecords } from './support/seed.ts';
import { writeSettings } from './support/settings.ts';
import { searchField } from './support/search-field.ts';
import { expect, test } from './support/test.ts';

/** Three letters find each of them, and nobody else. */
const names = ['Kestrel Bank', 'Osprey Foods', 'Merlin Health'] as const;
const hotkey = 'ctrl+shift+space';

/** The keys that an analyst presses; letters of a note, which are theirs, are not counted. */
class Hand {
  pressed = 0;

  async press(...chords: readonly string[]): Promise<void> {
    this.pressed += chords.length;
    await keyboard.press(...chords);
  }

  async type(text: string): Promise<void> {
    this.pressed += text.length;
    await keyboard.type(text);
  }
}

interface Set {
  readonly application: Application;
  readonly tenants: readonly (World['customers'][number] & { readonly id: TenantId })[];
}

async function setUp(
  world: World,
  desktop: Desktop,
  start: () => Promise<Application>,
  annotations: ReadonlyMap<TenantId, Annotation> = new Map(),
): Promise<Set> {
  const tenants = world.customers.slice(0, names.length).map((tenant) => {
    const id = parseTenantId(tenant.tenantId);
    if (id === undefined) throw new Error('the world has tenant ids');
    return { ...tenant, id };
  });
  const customers = tenants.map(({ defaultDomain, id }, at): ObservedCustomer => ({
    tenantId: id,
    name: names[at] ?? '',
    domains: [],
    access: 'list',
    defaultDomain,
  }));
  await leaveRecords(desktop, [{ source: 'list', at: new Date().toISOString(), customers }], annotations);
  await writeSettings(desktop, { setUp: true, language: 'en', keepQuery: false });
  return { application: await start(), tenants };
}

const opened = (world: World, { tenantId }: { readonly tenantId: string }, path: RegExp = /./) =>
  world.waitForVisit((visit) => visit.tid === tenantId && path.test(visit.path), { timeoutMs: 90_000 });

const clipboardOf = ({ electron }: Application) => electron.evaluate(({ clipboard }) => clipboard.readText());
const copyText = ({ electron }: Application, text: string) =>
  electron.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);

test('what an analyst does every hour takes so many keys and no more', async ({ world, desktop, start }) => {
  test.slow();
  const { application, tenants } = await setUp(world, desktop, start);
  const [kestrel, osprey, merlin] = tenants as [
    Set['tenants'][number],
    Set['tenants'][number],
    Set['tenants'][number],
  ];
  await application.started();
  const finder = await application.finder();
  const gone = () => expect.poll(() => application.finderShown()).toBe(false);
  const highlighted = (tenant: { readonly tenantId: string }) =>
    expect(finder.getByRole('option', { selected: true })).toHaveAttribute('data-tenant', tenant.tenantId);
  /** Brings up the finder: the first key of all. */
  const shown = async (hand: Hand): Promise<void> => {
    await hand.press(hotkey);
    await application.finderReady();
  };

  await test.step('open a customer: 5', async () => {
    const hand = new Hand();
    await shown(hand);
    await hand.type('kes');
    await highlighted(kestrel);
    await hand.press('Return');
    await opened(world, kestrel);
    expect(hand.pressed).toBe(5);
    await gone();
  });

  await test.step('the last customer again: 2', async () => {
    const before = world.visits().length;
    const hand = new Hand();
    await shown(hand);
    await highlighted(kestrel);
    await hand.press('Return');
    await expect
      .poll(() =>
        world
          .visits()
          .slice(before)
          .some(({ tid }) => tid === kestrel.tenantId),
      )
      .toBe(true);
    expect(hand.pressed).toBe(2);
    await gone();
  });

  await test.step('incidents of a customer: 7', async () => {
    const hand = new Hand();
    await shown(hand);
    await hand.type('osp');
    await highlighted(osprey);
    await hand.press('Tab');
    await expect(finder.getByRole('heading', { name: names[1] })).toBeVisible();
    await hand.type('i');
    await expect(finder.getByRole('option', { selected: true })).toContainText('incidents');
    await photograph('finder-pages-header');
    await hand.press('Return');
    await opened(world, osprey, /incidents/);
    expect(hand.pressed).toBe(7);
    await gone();
  });

  await test.step('a link that names no tenant: 6', async () => {
    await copyText(application, 'https://security.microsoft.com/incidents/4711');
    const hand = new Hand();
    await shown(hand);
    await hand.press('ctrl+v');
    await expect(
      finder.getByText('Open security.microsoft.com/incidents/4711 in which customer?'),
    ).toBeVisible();
    await expect(finder.getByRole('option', { selected: true })).toHaveCount(0);
    await photograph('finder-link-whose');
    await hand.type('mer');
    await highlighted(merlin);
    await hand.press('Return');
    await opened(world, merlin, /^\/incidents\/4711$/);
    expect(hand.pressed).toBe(6);
    await gone();
  });

  await test.step('the same behind a name', async () => {
    await copyText(application, 'https://security.microsoft.com/incidents/4712');
    const hand = new Hand();
    await shown(hand);
    await hand.type('osp ');
    await hand.press('ctrl+v');
    await highlighted(osprey);
    await hand.press('Return');
    await opened(world, osprey, /^\/incidents\/4712$/);
    await gone();
  });

  await test.step('copy the tenant ID: 5, and the finder is gone', async () => {
    const hand = new Hand();
    await shown(hand);
    await hand.type('mer');
    await highlighted(merlin);
    await hand.press('ctrl+shift+i');
    await expect.poll(() => clipboardOf(application)).toBe(merlin.tenantId);
    expect(hand.pressed).toBe(5);
    await gone();
  });

  await test.step('a note: 6 and its text', async () => {
    const hand = new Hand();
    await shown(hand);
    await hand.type('kes');
    await highlighted(kestrel);
    await hand.press('ctrl+n');
    await expect(finder.getByLabel('Note', { exact: true })).toBeFocused();
    await keyboard.type('Ring the SOC first');
    await hand.press('ctrl+s');
    await expect(finder.getByRole('combobox', { name: 'Find a customer' })).toBeFocused();
    expect(hand.pressed).toBe(6);
    await expect(finder.getByText('Note: Ring the SOC first')).toBeVisible();
    await keyboard.press('Escape');
    await gone();
  });

  const select = async (hand: Hand, letters: string, tenant: { readonly tenantId: string }) => {
    await hand.type(letters);
    await highlighted(tenant);
    await hand.press('ctrl+space');
    // The text stays, selected: the next letter is typed over it.
    await expect
      .poll(() =>
        searchField(finder).evaluate((each) => {
          const { selectionEnd, selectionStart, value } = each as HTMLInputElement;
          return value.slice(selectionStart ?? 0, selectionEnd ?? 0);
        }),
      )
      .toBe(letters);
  };

  await test.step('three customers at once: 14', async () => {
    const before = world.visits().length;
    const hand = new Hand();
    await shown(hand);
    await select(hand, 'kes', kestrel);
    await select(hand, 'osp', osprey);
    await select(hand, 'mer', merlin);
    await hand.press('ctrl+Return');
    for (const { tenantId } of tenants)
      await expect
        .poll(
          () =>
            world
              .visits()
              .slice(before)
              .some(({ tid }) => tid === tenantId),
          { timeout: 90_000 },
        )
        .toBe(true);
    expect(hand.pressed).toBe(14);
    await gone();
  });

  await test.step('a hunt in three: 16', async () => {
    await copyText(application, 'DeviceInfo | take 5');
    const hand = new Hand();
    await shown(hand);
    await select(hand, 'kes', kestrel);
    await select(hand, 'osp', osprey);
    await select(hand, 'mer', merlin);
    await hand.press('ctrl+shift+h');
    await expect(finder.getByLabel('Query (KQL)')).toBeFocused();
    await hand.press('ctrl+v', 'ctrl+Return');
    for (const tenant of tenants) await opened(world, tenant, /hunting/);
    expect(hand.pressed).toBe(16);
  });
});

test.describe('where the sign-in has ended', () => {
  test.use({ worldOptions: { customers: 20, tokenSeconds: 60 } });

  test('signing in again takes one key', async ({ world, start }) => {
    const [account] = world.accounts;
    if (!account) throw new Error('the world has accounts');
    world.answerSignIn({ kind: 'account', username: account.username });
    const application = await start();
    await signIn(await application.setup(), world);
    await world.waitForRequest(({ route, status }) => route === 'arm.tenants' && status === 200, {
      timeoutMs: 45_000,
    });
    await finish(application);
    await keyboard.press(hotkey);
    const finder = await application.finderReady();
    world.fault('login.token', { kind: 'entra-error', code: 50076 });
    await finder.getByRole('button', { name: 'Sync now' }).click();
    await expect(finder.getByRole('button', { name: /^Sign in F8$/ })).toBeVisible();
    await photograph('finder-remedy');
    world.heal();
    const before = world.requests().length;
    const hand = new Hand();
    await hand.press('F8');
    await expect
      .poll(() =>
        world
          .requests()
          .slice(before)
          .some(({ route }) => route === 'login.authorize'),
      )
      .toBe(true);
    expect(hand.pressed).toBe(1);
  });
});
