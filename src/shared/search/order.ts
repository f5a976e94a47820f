import type { Customer } from '../customer/customer.ts';
import { foldText } from './normalise.ts';

/** A customer with what A to Z goes by: its folded name. */
export interface Placed {
  readonly customer: Customer;
  readonly sortText: string;
}

/** A to Z by folded name, then by the name as written, then by tenant id: a total order that knows no locale. */
export function compareAToZ(a: Placed, b: Placed): number {
  return (
    compareText(a.sortText, b.sortText) ||
    compareText(a.customer.name, b.customer.name) ||
    compareText(a.customer.tenantId, b.customer.tenantId)
  );
}

export function fromAToZ(customers: Iterable<Customer>): readonly Customer[] {
  return Array.from(customers, (customer): Placed => ({ customer, sortText: foldText(customer.name) }))
    .sort(compareAToZ)
    .map(({ customer }) => customer);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
