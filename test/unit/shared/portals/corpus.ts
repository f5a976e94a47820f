import { readFileSync } from 'node:fs';
import type { Customer } from '#shared/customer/customer.ts';
import { lookupIn } from '#shared/portals/links/customer-lookup.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import { aCustomer } from '../../support/samples.ts';

/** A text that an analyst may paste, and the customer it means or the problem it is refused with. */
export interface CorpusText {
  readonly name: string;
  readonly text: string;
  readonly customer?: string;
  readonly refused?: string;
  /** The address that opens, where the text has one. */
  readonly opens?: string;
}

const file = new URL('../../../data/links.jsonl', import.meta.url);

export const corpus: readonly CorpusText[] = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as CorpusText);

function customer(id: string, name: string, ...domains: readonly string[]): Customer {
  const tenantId = parseTenantId(id);
  if (tenantId === undefined) throw new Error(`${id} is no tenant id`);
  const [defaultDomain] = domains;
  return aCustomer({ tenantId, name, domains, ...(defaultDomain !== undefined && { defaultDomain }) });
}

/** The customers the corpus speaks of. Nothing is known of Northwind’s domains; two claim `shared.example`. */
export const customers: ReadonlyMap<TenantId, Customer> = new Map(
  [
    customer(
      '3adc483e-92c3-4b21-8e1f-41eb9f3d8a2c',
      'contoso',
      'contoso.com',
      'contoso.de',
      'contoso.onmicrosoft.com',
    ),
    customer(
      '6512e372-efef-4f37-86e3-f273783fdca6',
      'fabrikam',
      'fabrikam.net',
      'fabrikam.onmicrosoft.com',
      'shared.example',
    ),
    customer('d4c3b2a1-0f1e-4d2c-8b3a-495867768594', 'northwind'),
    customer('71f6a4b2-3c5d-4e8f-9a1b-2c3d4e5f6a7b', 'wingtip', 'wingtip.example', 'shared.example'),
  ].map((each) => [each.tenantId, each]),
);

export const lookup = lookupIn(customers);
