import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ObservedCustomer } from '#shared/customer/customer.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { ApiClient } from '../../system/net/api-client.ts';
import { pages, type PagesRequest } from '../../system/net/pages.ts';

const pageSchema = z.looseObject({ value: z.array(z.unknown()) });

/**
 * The rows of a list's pages, each page `{"value": [...]}` as ARM and Graph answer. Problems beside those of `pages`:
 * `answer-invalid` for what is no such page, `paging-endless` for a page that has come before under another address.
 */
export async function* rowPages(
  api: Pick<ApiClient, 'getJson'>,
  first: string,
  request: PagesRequest,
): AsyncGenerator<Result<readonly unknown[], Problem>, void, undefined> {
  const { hostname: host } = new URL(first);
  const seen = new Set<string>();
  for await (const page of pages(api, first, request)) {
    if (!page.ok) {
      yield page;
      return;
    }
    const rows = pageSchema.safeParse(page.value).data?.value;
    if (rows === undefined) {
      yield err(problem('answer-invalid', { host, reason: 'answerFault.noList' }));
      return;
    }
    const print = createHash('sha256').update(JSON.stringify(rows)).digest('base64');
    if (rows.length > 0 && seen.has(print)) {
      yield err(problem('paging-endless', { host, pages: String(seen.size) }));
      return;
    }
    seen.add(print);
    yield ok(rows);
  }
}

/**
 * The customers on these pages. When not one row of a whole list names a tenant, it is no list of customers, and never
 * an empty one: `answer-invalid`.
 */
export async function* customerPages(
  rows: AsyncIterable<Result<readonly unknown[], Problem>>,
  host: string,
  read: (rows: readonly unknown[]) => readonly ObservedCustomer[],
): AsyncGenerator<Result<readonly ObservedCustomer[], Problem>, void, undefined> {
  const count = { rows: 0, customers: 0 };
  for await (const page of rows) {
    if (!page.ok) {
      yield page;
      return;
    }
    const customers = read(page.value);
    count.rows += page.value.length;
    count.customers += customers.length;
    yield ok(customers);
  }
  if (count.rows > 0 && count.customers === 0)
    yield err(problem('answer-invalid', { host, reason: 'answerFault.unexpected' }));
}

/**
 * The same for a list that also has rows that are no customers: `choose` says which are. When not one row can be read it is
 * no such list: `answer-invalid`.
 */
export async function* chosenPages<T>(
  rows: AsyncIterable<Result<readonly unknown[], Problem>>,
  host: string,
  read: (row: unknown) => T | undefined,
  choose: (row: T) => ObservedCustomer | undefined,
): AsyncGenerator<Result<readonly ObservedCustomer[], Problem>, void, undefined> {
  const count = { rows: 0, understood: 0 };
  for await (const page of rows) {
    if (!page.ok) {
      yield page;
      return;
    }
    const understood = page.value.flatMap((row) => read(row) ?? []);
    count.rows += page.value.length;
    count.understood += understood.length;
    yield ok(customersOf(understood, (row) => choose(row as T)));
  }
  if (count.rows > 0 && count.understood === 0)
    yield err(problem('answer-invalid', { host, reason: 'answerFault.unexpected' }));
}

/** The customers of one page: rows that name no tenant are left out, and a tenant that is there twice is one. */
export function customersOf(
  rows: readonly unknown[],
  read: (row: unknown) => ObservedCustomer | undefined,
): readonly ObservedCustomer[] {
  const customers = new Map<string, ObservedCustomer>();
  for (const row of rows) {
    const customer = read(row);
    if (customer !== undefined && !customers.has(customer.tenantId))
      customers.set(customer.tenantId, customer);
  }
  return [...customers.values()];
}
