import type { Customer } from '#shared/customer/customer.ts';
import { lastPage } from '#shared/portals/last-page.ts';
import type { Translate } from '#shared/locales/messages.ts';
import { addressFor } from '#shared/portals/availability.ts';
import type { PortalPage } from '#shared/portals/page.ts';
import { findPage, linksOf, offeredPages, pageSettings } from '#shared/portals/pages.ts';
import { nameOf } from '#shared/portals/names.ts';
import type { Status } from '#shared/status/status.ts';
import { tenantIdTail } from '#shared/tenant/tenant-id.ts';
import type { Usage } from '#shared/status/usage.ts';
import { fitLabel, fitValue } from './label-width.ts';
import type { TrayItem } from './tray-item.ts';

/** A customer of the tray, and whether another one of the list has its name: see TrayList. */
export interface TrayCustomer {
  readonly customer: Customer;
  readonly sharesName: boolean;
}

/** More pages than this are found faster in the finder. */
const pagesShown = 16;

/**
 * A line for a customer with a submenu: first the page that Enter in the finder would open, then the other pages that can
 * be opened there, in the user's order.
 */
export function customerItem(
  { customer, sharesName }: TrayCustomer,
  state: { readonly usage: Usage; readonly status: Status },
  t: Translate,
): TrayItem {
  const { settings } = state.status;
  const settingsOfPages = pageSettings(state.status);
  const first = lastPage(state, customer) ?? 'defender';
  const others = [...offeredPages(settingsOfPages), ...linksOf(customer)].filter(
    (page) => page.id !== first && addressFor(page, customer, settings).ok,
  );
  const begin = findPage(first, settingsOfPages, customer);
  const open = (page: PortalPage): TrayItem => ({
    kind: 'item',
    label: fitLabel(nameOf(page, t)),
    command: { kind: 'open', tenantId: customer.tenantId, page: page.id },
  });
  return {
    kind: 'submenu',
    label: sharesName ? tellApart(customer) : fitLabel(customer.name),
    items: [
      ...(begin === undefined ? [] : [open(begin), { kind: 'separator' } as const]),
      ...others.slice(0, pagesShown).map(open),
    ],
  };
}

/** The name alone must not stand for two: what tells them apart is never cut. */
export function tellApart({ defaultDomain, name, tenantId }: Customer): string {
  const tail = tenantIdTail(tenantId);
  const whole = `(${defaultDomain === undefined ? tail : `${defaultDomain}, ${tail}`})`;
  // Of a long domain the end of the tenant id is left.
  const apart = fitLabel(whole) === whole && whole.length <= 30 ? whole : `(${tail})`;
  return fitValue((value) => `${value} ${apart}`, name);
}
