import { z } from 'zod';
import type { ObservedCustomer } from '../../../shared/customer.ts';
import { problem, type Problem } from '../../../shared/problem.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ApiClient } from '../../net/api-client.ts';
import { pages, type PagesRequest } from '../../net/pages.ts';

const pageSchema = z.looseObject({ value: z.array(z.unknown()) });

/** The rows of a list's pages, each page `{"value": [...]}` as ARM and Graph answer; what is no such page is a problem. */
export async function* rowPages(
  api: Pick<ApiClient, 'getJson'>,
  first: string,
  request: PagesRequest,
): AsyncGenerator<Result<readonly unknown[], Problem>, void, undefined> {
  for await (const page of pages(api, first, request)) {
    const rows = page.ok ? pageSchema.safeParse(page.value).data?.value : undefined;
    if (!page.ok) yield page;
    else if (rows !== undefined) yield ok(rows);
    else {
      yield err(problem('answer-invalid', { host: new URL(first).hostname, reason: 'no list in it' }));
      return;
    }
  }
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
