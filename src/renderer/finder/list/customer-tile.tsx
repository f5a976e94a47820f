import type { ComponentChildren } from 'preact';
import { tenantColour } from '#shared/customer/colour.ts';
import type { Customer } from '#shared/customer/customer.ts';

/** A square in the customer's colour, the same as its browser window's frame; without a sign it shows initials. */
export function CustomerTile(props: { readonly customer: Customer; readonly children?: ComponentChildren }) {
  const { customer, children } = props;
  return (
    <span
      class="row-tile"
      style={{ background: customer.colour ?? tenantColour(customer.tenantId).hex }}
      aria-hidden="true"
    >
      {children ?? initials(customer.name)}
    </span>
  );
}

/** The first letters of the first two words: something to aim the eye at. */
function initials(name: string): string {
  return name
    .split(/[\s\-_.&/]+/u)
    .flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? [])
    .slice(0, 2)
    .join('')
    .toUpperCase();
}
