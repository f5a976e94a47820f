import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Customer } from '#shared/customer/customer.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { type Random, seeded } from './random.ts';

/** The real names of test/data/customers.csv, or those of another file with the same columns. */
export function readCustomers(
  file: string | URL = new URL('../../data/customers.csv', import.meta.url),
): Customer[] {
  const rows: Record<string, string>[] = parse(readFileSync(file), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
  });
  return rows.map((row) => customerOf(row.tenantId ?? '', row.name ?? '', row.defaultDomain ?? ''));
}

export function customerOf(tenantId: string, name: string, domain?: string): Customer {
  return {
    tenantId: tenantId as TenantId,
    name,
    ...(domain === undefined ? {} : { defaultDomain: domain }),
    domains: domain === undefined ? [] : [domain],
    aliases: [],
    tags: [],
    favourite: false,
    hidden: false,
    access: ['list'],
    accountIds: [],
  };
}

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ö',
  u: 'ü',
  c: 'ç',
  n: 'ñ',
  s: 'š',
};

/** The same customers, every eighth with accents in its name and every eighth with an alias nobody could guess. */
export function withAccentsAndAliases(customers: readonly Customer[], seed: number): Customer[] {
  const random = seeded(seed);
  return customers.map((customer, i) => {
    if (i % 8 === 0) return { ...customer, name: accented(customer.name, random) };
    if (i % 8 === 4) return { ...customer, aliases: [nickname(random)] };
    return customer;
  });
}

function accented(name: string, random: Random): string {
  const places = Array.from(name, (_, at) => at).filter((at) => accents[name[at] ?? ''] !== undefined);
  const chosen = new Set(places.filter(() => random.below(3) === 0).concat(places.slice(0, 1)));
  return Array.from(name, (letter, at) => (chosen.has(at) ? (accents[letter] ?? letter) : letter)).join('');
}

function nickname(random: Random): string {
  const length = 3 + random.below(3);
  return Array.from({ length }, () => random.pick([...'bcdfghjklmnpqrstvwxz'])).join('');
}

/** So many customers: the real ones, then new ones made of two real names' words. Tenant ids are random. */
export function scaleTo(customers: readonly Customer[], count: number, seed: number): Customer[] {
  const random = seeded(seed);
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => random.below(16).toString(16)).join('');
  const all = [...customers.slice(0, count)];
  while (all.length < count) {
    const [first, second] = [random.pick(customers).name.split(' '), random.pick(customers).name.split(' ')];
    const name = [...first.slice(0, 1 + random.below(2)), ...second.slice(-1 - random.below(2))].join(' ');
    const id = `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
    all.push(
      customerOf(id, name, `${name.toLowerCase().replace(/[^a-z0-9]/g, '') || 'x'}${all.length}.example`),
    );
  }
  return all;
}
