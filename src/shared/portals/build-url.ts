import { plainHref, parseHttpsAddress } from '../text/https-address.ts';
import { problem, type Problem } from '../problems/problem.ts';
import { err, ok, type Result } from '../problems/result.ts';
import type { WebUrl } from '../text/url.ts';
import type { PortalPage } from './page.ts';
import type { AddressTemplate } from './catalogue/page.ts';
import { portals, type Portal, type PortalCloud } from './hosts.ts';
import { nameValue } from './names.ts';
import { fill, type Addressee } from './placeholder.ts';

/**
 * The address of a page for one customer: https, on the host that the page names, every placeholder filled. Where the
 * customer lacks what that takes, the address that the page has for such customers.
 * Errors: `page-incomplete` when the customer lacks what the page needs, `page-elsewhere` when the cloud
 * has no such page, `address-refused` when the result would not be what the page describes.
 */
export function buildUrl(page: PortalPage, customer: Addressee, cloud: PortalCloud): Result<string, Problem> {
  if (page.address !== undefined) return checked(page.address, hostTemplate(page, cloud));
  const first = fillIn(page, page, customer, cloud);
  if (first.ok || first.error.kind !== 'page-incomplete' || page.otherwise === undefined) return first;
  const second = fillIn(page.otherwise, page, customer, cloud);
  return second.ok ? second : first;
}

function fillIn(
  template: AddressTemplate & Pick<PortalPage, 'host'>,
  page: PortalPage,
  customer: Addressee,
  cloud: PortalCloud,
): Result<string, Problem> {
  const hostName = hostTemplate(template, cloud);
  if (hostName === undefined) return err(problem('page-elsewhere', { page: nameValue(page) }));
  let missing: string | undefined;
  const filled = (text: string): string => {
    const done = fill(text, customer);
    if ('filled' in done) return done.filled;
    missing ??= done.missing;
    return '';
  };
  const host = filled(hostName);
  const path = filled(template.path);
  const query = Object.entries(template.query ?? {}).map(([name, text]) => [name, filled(text)] as const);
  const search = filled(template.search ?? '');
  const fragment = filled(template.fragment ?? '');
  if (missing !== undefined)
    return err(
      problem('page-incomplete', {
        page: nameValue(page),
        customer: customer.name,
        placeholder: `placeholder.${missing}`,
      }),
    );

  const url = parseHttpsAddress(`https://${host}/`);
  if (url === undefined || url.hostname !== host)
    return err(problem('address-refused', { address: `https://${host}/` }));
  return assemble(url, { path, search, query, fragment });
}

/** The host as the page has it in this cloud, its placeholder not filled; nothing where the cloud has none. */
export function hostTemplate({ host }: Pick<PortalPage, 'host'>, cloud: PortalCloud): string | undefined {
  if ('name' in host) return host.name;
  const portal: Portal = portals[host.portal];
  return portal.hosts[cloud];
}

interface FilledAddress {
  readonly path: string;
  readonly search: string;
  readonly query: readonly (readonly [string, string])[];
  readonly fragment: string;
}

function assemble(url: WebUrl, { path, search, query, fragment }: FilledAddress): Result<string, Problem> {
  const host = url.hostname;
  url.pathname = path;
  url.search = search;
  for (const [name, value] of query) url.searchParams.set(name, value);
  url.hash = fragment;
  return checked(plainHref(url), host);
}

// SECURITY: parsed once more from its text: what a browser is given is this host, spelt as the standard spells it.
function checked(address: string, host: string | undefined): Result<string, Problem> {
  const parsed = parseHttpsAddress(address);
  const same = parsed !== undefined && parsed.hostname === host && parsed.href === address;
  return same ? ok(address) : err(problem('address-refused', { address: address.slice(0, 200) }));
}
