import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export interface WorldTenant {
  readonly tenantId: string;
  readonly name: string;
  readonly defaultDomain: string;
  /** All verified domains, the default one first, the `onmicrosoft.com` one last. */
  readonly domains: readonly string[];
}

/** The security provider that the analysts work for. */
export const homeTenant: WorldTenant = tenant(
  'c0a1d5e2-7b34-4f18-9e6d-2f5a8b1c3d47',
  'Tidewater Security',
  'tidewatersecurity.example',
);

/** Another provider, whose analysts some of the same customers have invited. */
export const otherProvider: WorldTenant = tenant(
  '5e0f8a3c-91d2-4c67-8b54-3f7a1d9e2c60',
  'Harbourlight Response',
  'harbourlight.example',
);

/** Where personal accounts live; the consumer domains resolve to it, and it is nobody's customer. */
export const consumerTenantId = '9188040d-6c67-4c5b-b112-36a304b66dad';
export const consumerDomains: readonly string[] = ['outlook.com', 'hotmail.com', 'live.com'];

const file = new URL('../data/customers.csv', import.meta.url);

/** Branches that large groups have; they name the customers beyond those of the file. */
const branches = ['Europe', 'Canada', 'Holdings', 'Asia Pacific', 'Services', 'Logistics', 'Deutschland'];

/**
 * The first `count` customers: those of test/data/customers.csv, then their branches, at most 10,000. The same
 * count gives the same customers every time, and a smaller count gives the first of them.
 */
export function makeCustomers(count: number): readonly WorldTenant[] {
  if (count > 10_000) throw new RangeError(`At most 10,000 customers, not ${count}.`);
  const rows: { tenantId: string; name: string; defaultDomain: string }[] = parse(readFileSync(file), {
    columns: true,
  });
  const listed = rows.map((row) => tenant(row.tenantId, row.name, row.defaultDomain));
  const customers = listed.slice(0, count);
  for (const branch of branches) {
    for (const parent of listed) {
      if (customers.length >= count) return customers;
      const domain = `${slug(branch)}.${parent.defaultDomain}`;
      customers.push(tenant(guidFrom(domain), `${parent.name} ${branch}`, domain));
    }
  }
  return customers;
}

/** A well-formed version 4 GUID that is always the same for the same text. */
export function guidFrom(text: string): string {
  const hex = createHash('sha256').update(`local world: ${text}`).digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

function tenant(tenantId: string, name: string, defaultDomain: string): WorldTenant {
  const initial = `${slug(defaultDomain.replace(/\.example$/, ''))}.onmicrosoft.com`;
  return { tenantId, name, defaultDomain, domains: [defaultDomain, initial] };
}

function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
