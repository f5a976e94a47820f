import type { Customer } from '../../customer/customer.ts';
import { addressFor, type PortalContext } from '../availability.ts';
import type { PortalPage } from '../page.ts';
import type { AddressTemplate } from '../catalogue/page.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Result } from '../../problems/result.ts';
import { parseIndicator, type Indicator, type IndicatorKind } from './indicator.ts';

/** Where Defender shows each kind. `value` comes encoded for a path. */
const pages: Readonly<Record<IndicatorKind, (value: string) => string>> = {
  file: (value) => `/file/${value}/`,
  device: (value) => `/machines/v2/${value}/overview`,
  ip: (value) => `/ip/${value}/overview`,
  domain: () => '/domains/overview',
  url: () => '/url/overview',
  user: () => '/user',
  incident: (value) => `/incident2/${value}/overview`,
  alert: (value) => `/alerts/${value}`,
  vulnerability: (value) => `/vulnerabilities/vulnerability/${value}/recommendation`,
};

/** Kinds that stand in the query, and the name that they have there. */
const inQuery: Readonly<Partial<Record<IndicatorKind, string>>> = {
  domain: 'urlDomain',
  url: 'url',
  user: 'upn',
};

/**
 * The address of an indicator's page in a customer's Defender portal; the paths are attested by public rules and
 * playbooks. SECURITY: the value is checked and encoded here, and the tenant is the customer's, whatever the value says.
 * Errors: those of `addressFor`. Throws on an indicator that `parseIndicator` did not give.
 */
export function indicatorAddress(
  { kind, value }: Indicator,
  customer: Customer,
  context: PortalContext,
): Result<string, Problem> {
  const checked = parseIndicator(kind, value);
  if (checked?.value !== value) throw new Error(`no ${kind} in its plain form`);
  return addressFor(pageOf(checked), customer, context);
}

/** What a record may keep: the page without the user, the address or whatever else was looked up. */
export function addressWithoutValue(customer: Customer, context: PortalContext): Result<string, Problem> {
  return addressFor(defenderPage({ path: '/', query: {} }), customer, context);
}

function pageOf({ kind, value }: Indicator): PortalPage {
  const name = inQuery[kind];
  const query = name === undefined ? {} : { [name]: value };
  return defenderPage({ path: pages[kind](encodeURIComponent(value)), query });
}

function defenderPage({ path, query }: Pick<AddressTemplate, 'path' | 'query'>): PortalPage {
  return {
    id: 'defender',
    name: { key: 'page.defender' },
    words: [],
    host: { portal: 'defender' },
    path,
    query: { ...query, tid: '{tenantId}' },
    tenant: 'customer',
    standing: 'attested',
    source: null,
  };
}
