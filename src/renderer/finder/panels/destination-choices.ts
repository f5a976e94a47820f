import type { Customer } from '#shared/customer/customer.ts';
import { explain, type Translate } from '#shared/locales/messages.ts';
import { addressFor } from '#shared/portals/availability.ts';
import type { Destination } from '#shared/portals/destination.ts';
import { linksOf } from '#shared/portals/listing.ts';
import { nameOf } from '#shared/portals/names.ts';
import type { Portals } from '../results/portals.ts';
import type { Choice } from './choices.ts';

/** Every page there is for a customer: the customer's own links, then what is offered, in the user's order. */
export function destinationsOf(customer: Customer, portals: Portals): readonly Destination[] {
  return [...portals.destinations, ...linksOf(customer)];
}

export function destinationChoices(customer: Customer, portals: Portals, t: Translate): readonly Choice[] {
  return destinationsOf(customer, portals).map((destination) => {
    const address = addressFor(destination, customer, portals);
    return {
      id: destination.id,
      label: nameOf(destination, t),
      words: destination.words,
      ...(address.ok
        ? { detail: new URL(address.value).hostname }
        : { obstacle: explain(t, address.error).message }),
    };
  });
}
