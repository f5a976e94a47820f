import type { Customer } from '#shared/customer/customer.ts';
import { explain, type Translate } from '#shared/locales/messages.ts';
import { addressFor } from '#shared/portals/availability.ts';
import type { PortalPage } from '#shared/portals/page.ts';
import { linksOf } from '#shared/portals/pages.ts';
import { nameOf } from '#shared/portals/names.ts';
import type { Portals } from '../results/portals.ts';
import type { Choice } from './choices.ts';

/** Every page there is for a customer: the customer's own links, then what is offered, in the user's order. */
function pagesOf(customer: Customer, portals: Portals): readonly PortalPage[] {
  return [...portals.pages, ...linksOf(customer)];
}

export function pageChoices(customer: Customer, portals: Portals, t: Translate): readonly Choice[] {
  return pagesOf(customer, portals).map((page) => {
    const address = addressFor(page, customer, portals);
    return {
      id: page.id,
      label: nameOf(page, t),
      words: page.words,
      ...(address.ok
        ? { detail: new URL(address.value).hostname }
        : { obstacle: explain(t, address.error).message }),
    };
  });
}
