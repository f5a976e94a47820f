import type { Command } from '#shared/commands/command.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { fillQuery } from '#shared/hunts/fill-query.ts';
import { readQuery, type QueryTemplate } from '#shared/hunts/query-template.ts';
import { addressFor } from '#shared/portals/availability.ts';
import { lookupIn } from '#shared/portals/links/customer-lookup.ts';
import { findTarget } from '#shared/portals/links/find-target.ts';
import { meantBy, readUnnamedLink, unnamedLinkAddress } from '#shared/portals/links/unnamed-link.ts';
import { addressWithoutValue, indicatorAddress } from '#shared/portals/indicators/address.ts';
import type { Indicator, IndicatorKind } from '#shared/portals/indicators/indicator.ts';
import type { PageId } from '#shared/portals/page.ts';
import { findPage, type PageSettings } from '#shared/portals/pages.ts';
import { nameValue } from '#shared/portals/names.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { isSample } from '#shared/customer/samples.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { Usage } from '#shared/status/usage.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { withHuntingQuery } from './hunting-address.ts';

export type Open = Extract<Command, { kind: 'open' }>;
export type OpenLink = Extract<Command, { kind: 'openLink' }>;

/** The list, the settings and the use at the moment of Enter: they decide who opens where, and stay as they are. */
export interface OpenContext {
  readonly customers: ReadonlyMap<TenantId, Customer>;
  readonly settings: Settings & PageSettings;
  /** Which standing instructions have been read. */
  readonly usage: Pick<Usage, 'read'>;
}

/** A plan of what opens: which customer, at which address. Where and how it is launched is a `LaunchPlan`. */
export interface OpenPlan {
  readonly customer: Customer;
  /** For the journal: the page's id, `link`, or the kind of an indicator. */
  readonly page: PageId | 'link' | `indicator-${IndicatorKind}`;
  readonly url: string;
  /** The address that the journal keeps, where it is not the one that opens. */
  readonly kept?: string;
}

/**
 * Who is opened where; with `typed`, advanced hunting with that query. Errors: `customer-unknown`, `sample-customer`,
 * `page-unknown`, those of `addressFor` and `fillQuery`.
 */
export function planOpen(
  { tenantId, page: id, indicator }: Open,
  context: OpenContext,
  typed?: string,
): Result<OpenPlan, Problem> {
  const customer = context.customers.get(tenantId);
  if (customer === undefined) return err(problem('customer-unknown', { tenantId }));
  const real = notSample(customer);
  if (!real.ok) return real;
  if (indicator !== undefined) return planIndicator(indicator, customer, context);
  const page = findPage(id, context.settings, customer);
  if (page === undefined) return err(problem('page-unknown', { page: id.slice(0, 80) }));
  const url = addressFor(page, customer, context.settings);
  if (!url.ok) return url;
  const hunting = typed === undefined ? page.hunting : readQuery(typed);
  const address = hunting === undefined ? url : hunt(url.value, hunting, customer, nameValue(page));
  return address.ok ? ok({ customer, page: id, url: address.value }) : address;
}

/** SECURITY: a sample has no tenant. Its address would be that of whoever is given such an ID, so that nothing opens. */
function notSample({ name, tenantId }: Customer): Result<void, Problem> {
  return isSample(tenantId) ? err(problem('sample-customer', { customer: name })) : ok(undefined);
}

function hunt(
  page: string,
  hunting: QueryTemplate,
  customer: Customer,
  name: string,
): Result<string, Problem> {
  const query = fillQuery(hunting, customer, name);
  return query.ok ? ok(withHuntingQuery(page, query.value)) : query;
}

/** SECURITY: what was looked up, a user or an address of somebody's, stands in no record. */
function planIndicator(
  indicator: Indicator,
  customer: Customer,
  { settings }: OpenContext,
): Result<OpenPlan, Problem> {
  const url = indicatorAddress(indicator, customer, settings);
  if (!url.ok) return url;
  const kept = addressWithoutValue(customer, settings);
  const page = `indicator-${indicator.kind}` as const;
  return kept.ok ? ok({ customer, page, url: url.value, kept: kept.value }) : kept;
}

/** Errors: those of `findTarget`; `link-moved`; those of `planOpen` and `planUnnamedLink`. */
export function planOpenLink(
  { customer: chosen, text, shown }: OpenLink,
  context: OpenContext,
): Result<OpenPlan, Problem> {
  const { customers, settings } = context;
  if (chosen !== undefined) return planUnnamedLink(text, chosen, context);
  const target = findTarget(text, { portalHosts: settings.portalHosts, lookup: lookupIn(customers) });
  if (!target.ok) return err(target.error.problem);
  const { address, customer, page } = target.value;
  const real = notSample(customer);
  if (!real.ok) return real;
  const opening =
    address === undefined
      ? planOpen({ kind: 'open', tenantId: customer.tenantId, page: page ?? 'defender' }, context)
      : ok({ customer, page: 'link' as const, url: address });
  const kept = asShown({ customer }, shown, customers);
  return kept.ok ? opening : kept;
}

/**
 * SECURITY: the link is read here again, and opens in the customer that the user chose only if nothing in it names a tenant.
 */
function planUnnamedLink(
  text: string,
  tenantId: TenantId,
  { customers, settings }: OpenContext,
): Result<OpenPlan, Problem> {
  const customer = customers.get(tenantId);
  if (customer === undefined) return err(problem('customer-unknown', { tenantId }));
  const real = notSample(customer);
  if (!real.ok) return real;
  const link = readUnnamedLink(text, settings.portalHosts);
  const meant = link && meantBy(link, customers);
  const url = unnamedLinkAddress(text, customer, settings.portalHosts);
  if (url === undefined || meant?.includes(tenantId) === false)
    return err(problem('link-ambiguous', { text: text.slice(0, 80) }));
  return url.ok ? ok({ customer, page: 'link', url: url.value }) : url;
}

/** Refuses a customer other than the one that the user was shown. */
function asShown<Named extends Pick<OpenPlan, 'customer'>>(
  opening: Named,
  shown: TenantId | undefined,
  customers: OpenContext['customers'],
): Result<Named, Problem> {
  const { customer } = opening;
  if (shown === undefined || shown === customer.tenantId) return ok(opening);
  const before = customers.get(shown)?.name ?? shown;
  return err(problem('link-moved', { shown: before, customer: customer.name }));
}
