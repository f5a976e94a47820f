import type { Customer } from '../customer/customer.ts';
import { isInitialDomain } from '../tenant/domain.ts';
import { exactHosts, hostsWithPrefix } from './hosts.ts';

/**
 * SECURITY: the hosts that may be opened for a customer: those of the portals, those the user has confirmed, and those
 * named after this customer's own tenant. Another customer's SharePoint is not among them.
 */
export function openableHosts(
  confirmed: readonly string[],
  customer: Pick<Customer, 'defaultDomain' | 'domains'> | undefined,
): readonly string[] {
  const domains = [customer?.defaultDomain ?? '', ...(customer?.domains ?? [])].filter(isInitialDomain);
  const named = domains.flatMap((domain) => hostsWithPrefix(domain.split('.', 1)[0] ?? ''));
  return [...exactHosts, ...confirmed, ...named];
}
