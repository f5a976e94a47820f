import type { Customer } from '../customer/customer.ts';
import { isInitialDomain, parseDomain } from '../tenant/domain.ts';
import { parseTenantId } from '../tenant/tenant-id.ts';

/**
 * What a page's address needs of the customer. `initialDomain` is the `onmicrosoft.com` one that every tenant is born
 * with; `prefix` is its first label, by which SharePoint names the tenant; `organization` is that domain or, where it
 * is not known, the tenant id: pages that take `delegatedOrg` take either.
 */
export const placeholders = ['tenantId', 'defaultDomain', 'initialDomain', 'prefix', 'organization'] as const;
export type Placeholder = (typeof placeholders)[number];

/** What of a customer an address may carry. */
export type Addressee = Pick<Customer, 'tenantId' | 'name' | 'defaultDomain' | 'domains'>;

/** Parsed again here: what reaches a browser is a tenant id or a domain by its form, not by its type. */
const values: Readonly<Record<Placeholder, (customer: Addressee) => string | undefined>> = {
  tenantId: ({ tenantId }) => parseTenantId(tenantId),
  defaultDomain: ({ defaultDomain, domains }) => {
    const domain = defaultDomain ?? domains[0];
    return domain === undefined ? undefined : parseDomain(domain);
  },
  initialDomain,
  prefix: (customer) => initialDomain(customer)?.split('.', 1)[0],
  organization: (customer) => initialDomain(customer) ?? parseTenantId(customer.tenantId),
};

export function valueOf(placeholder: Placeholder, customer: Addressee): string | undefined {
  return values[placeholder](customer);
}

/** `contoso.mail.onmicrosoft.com` belongs to mail routing and is not it. */
function initialDomain({ defaultDomain, domains }: Addressee): string | undefined {
  const all = [...(defaultDomain === undefined ? [] : [defaultDomain]), ...domains];
  return all
    .map((domain) => parseDomain(domain))
    .find((domain) => domain !== undefined && isInitialDomain(domain));
}

const braces = /\{([a-zA-Z]+)\}/g;

/** The names in braces in a text. */
export function namesIn(text: string): readonly string[] {
  return [...text.matchAll(braces)].map(([, name]) => name ?? '');
}

export function isPlaceholder(name: string): name is Placeholder {
  return (placeholders as readonly string[]).includes(name);
}

/** The text with every placeholder filled, or the name of the one that has nothing to be filled with. */
export function fill(
  text: string,
  customer: Addressee,
): { readonly filled: string } | { readonly missing: string } {
  let missing: string | undefined;
  const filled = text.replace(braces, (_all, name: string) => {
    const value = isPlaceholder(name) ? valueOf(name, customer) : undefined;
    if (value === undefined) missing ??= name;
    return value ?? '';
  });
  return missing === undefined ? { filled } : { missing };
}
