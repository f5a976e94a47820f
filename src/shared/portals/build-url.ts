import type { Cloud } from '../cloud.ts';
import type { Customer } from '../customer.ts';
import { parseDomain } from '../domain.ts';
import { problem, type Problem } from '../problem.ts';
import { err, ok, type Result } from '../result.ts';
import { parseTenantId } from '../tenant-id.ts';
import { parseUrl } from '../url.ts';
import type { Destination, Placeholder } from './destination.ts';

/** What of a customer an address may carry. */
export type Addressee = Pick<Customer, 'tenantId' | 'name' | 'defaultDomain'>;

/**
 * The address of a page for one customer: https, on the cloud's own host, every placeholder filled.
 * Errors: `destination-incomplete` when the customer lacks what the page needs, `address-refused` when the result
 * would lie elsewhere than on the cloud's host.
 */
export function buildUrl(
  destination: Destination,
  customer: Addressee,
  cloud: Cloud,
): Result<string, Problem> {
  const address = cloud[destination.host] + destination.path;
  const url = parseUrl(address);
  // SECURITY: never another scheme or host than the cloud's own, whatever path the catalogue holds.
  // A query has its own place in the catalogue: one in the path would stand there unchecked.
  const plain = url !== undefined && url.protocol === 'https:' && url.search === '' && url.hash === '';
  if (!plain || url.origin !== cloud[destination.host])
    return err(problem('address-refused', { address: url?.href ?? address }));
  for (const [parameter, placeholder] of Object.entries(destination.query)) {
    const value = fill[placeholder](customer);
    if (value === undefined)
      return err(
        problem('destination-incomplete', {
          destination: destination.id,
          customer: customer.name,
          placeholder,
        }),
      );
    url.searchParams.set(parameter, value);
  }
  return ok(url.href);
}

/** Parsed again here: what reaches a browser is a tenant id or a domain by its form, not by its type. */
const fill: Readonly<Record<Placeholder, (customer: Addressee) => string | undefined>> = {
  tenantId: (customer) => parseTenantId(customer.tenantId),
  defaultDomain: (customer) =>
    customer.defaultDomain === undefined ? undefined : parseDomain(customer.defaultDomain),
};
