import type { Customer } from '#shared/customer/customer.ts';
import type { Language } from '#shared/locales/language.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';

/** Those that are on the user's own list and contain the filter in name, domain or id; A to Z. */
export function ownCustomers(
  customers: ReadonlyMap<TenantId, Customer>,
  filter: string,
  language: Language,
): readonly Customer[] {
  const wanted = filter.trim().toLocaleLowerCase(language);
  const order = new Intl.Collator(language, { numeric: true });
  const contains = (text: string): boolean => text.toLocaleLowerCase(language).includes(wanted);
  return [...customers.values()]
    .filter(({ access }) => access.includes('list'))
    .filter(({ name, domains, tenantId }) => [name, tenantId, ...domains].some(contains))
    .sort((a, b) => order.compare(a.name, b.name) || order.compare(a.tenantId, b.tenantId));
}
