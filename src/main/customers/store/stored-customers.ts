import { z } from 'zod';
import { accessKinds, type ObservedCustomer } from '#shared/customer/customer.ts';
import { securityRoles as roleNames, type SecurityRole } from '#shared/customer/security-role.ts';
import { parseTenantId } from '#shared/tenant/tenant-id.ts';

/**
 * The customers of an observation as they stand in its file. Checked by hand, the one place where that is worth it: zod
 * took a third of the whole start to look at 10,000 of them, five times as long as reading their JSON.
 */
export const storedCustomers: z.ZodType<readonly ObservedCustomer[]> = z
  .array(z.unknown())
  .transform((values, context) => {
    const customers: ObservedCustomer[] = [];
    for (const value of values) {
      const customer = readCustomer(value);
      if (customer === undefined) {
        context.addIssue('not a customer');
        return z.NEVER;
      }
      customers.push(customer);
    }
    return customers;
  });

const accesses: ReadonlySet<unknown> = new Set(accessKinds);
const roles: ReadonlySet<unknown> = new Set(roleNames);
const time = z.iso.datetime();

/** Only what is known is kept, as everywhere in what is read from disk. */
function readCustomer(value: unknown): ObservedCustomer | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { tenantId, name, defaultDomain, domains, access, ends, lastListed, securityRoles } =
    value as Readonly<Record<string, unknown>>;
  const id = typeof tenantId === 'string' ? parseTenantId(tenantId) : undefined;
  const fits =
    isTextOrNone(name) &&
    isTextOrNone(defaultDomain) &&
    Array.isArray(domains) &&
    domains.every((domain) => typeof domain === 'string') &&
    accesses.has(access) &&
    isTimeOrNone(ends) &&
    isTimeOrNone(lastListed) &&
    isListOrNone(securityRoles);
  if (id === undefined || !fits) return undefined;
  return {
    tenantId: id,
    ...(name !== undefined && { name }),
    ...(defaultDomain !== undefined && { defaultDomain }),
    domains,
    access: access as ObservedCustomer['access'],
    ...(ends !== undefined && { ends }),
    ...rolesIn(securityRoles),
    ...(lastListed !== undefined && { lastListed }),
  };
}

/** Roles that only a newer Tidegate knows read as unknown, which is not the same as none. */
function rolesIn(value: readonly unknown[] | undefined): Pick<ObservedCustomer, 'securityRoles'> {
  const known = value?.filter(isRole);
  return known === undefined || (known.length === 0 && value?.length !== 0) ? {} : { securityRoles: known };
}

function isRole(value: unknown): value is SecurityRole {
  return roles.has(value);
}

function isListOrNone(value: unknown): value is readonly unknown[] | undefined {
  return value === undefined || Array.isArray(value);
}

function isTextOrNone(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

function isTimeOrNone(value: unknown): value is string | undefined {
  return value === undefined || time.safeParse(value).success;
}
