import fc from 'fast-check';
import { expect } from 'vitest';
import type { Customer } from '../../../src/shared/customer.ts';
import { addressFor } from '../../../src/shared/portals/availability.ts';
import { catalogue } from '../../../src/shared/portals/catalogue.ts';
import { catalogueIds } from '../../../src/shared/portals/catalogue-ids.ts';
import { domainsOf } from '../../../src/shared/customer-domains.ts';
import { parseDomain } from '../../../src/shared/domain.ts';
import { exactHosts, portalOf, type Portal } from '../../../src/shared/portals/hosts.ts';
import { findCustomer } from '../../../src/shared/portals/links/find-customer.ts';
import { readText } from '../../../src/shared/portals/links/read-text.ts';
import { readName } from '../../../src/shared/portals/links/tenant-names.ts';
import { openableHosts } from '../../../src/shared/portals/openable-hosts.ts';
import { readOwnPortal } from '../../../src/shared/portals/own-portal.ts';
import { parseTenantId, type TenantId } from '../../../src/shared/tenant-id.ts';
import { aCustomer } from '../support/samples.ts';
import { corpus, customers, lookup } from './corpus.ts';

/** The properties of addresses that hold whatever comes in. Lanes differ in how many cases they try. */

const { tenantId } = aCustomer();
const nasty = [
  '',
  'undefined',
  'null',
  'NaN',
  '../..',
  '?tid=1',
  '#',
  '@evil.example',
  'contoso.com',
  tenantId,
  '%00',
];
const anything = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom(...nasty));
const domain = fc.oneof(
  anything,
  fc.domain(),
  fc.constantFrom('contoso.onmicrosoft.com', 'a.onmicrosoft.us'),
);

const anyCustomer: fc.Arbitrary<Customer> = fc
  .record({
    id: fc.oneof(fc.uuid(), anything),
    name: anything,
    defaultDomain: domain,
    domains: fc.array(domain),
  })
  .map(({ id, ...rest }) => aCustomer({ ...rest, tenantId: id as TenantId, access: ['own', 'gdap'] }));

const ownUrl = fc.oneof(
  anything,
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc
    .tuple(fc.domain(), fc.constantFrom('tenantId', 'defaultDomain', 'prefix', 'name'), fc.string())
    .map(([host, name, rest]) => `https://${host}/{${name}}?x={${name}}${rest}`),
);

/** No page, of the catalogue or the user's own, gives a browser anything but its own host, complete. */
export function addressesAreComplete(numRuns: number): void {
  const page = fc.oneof(
    fc.constantFrom(...catalogueIds).map((id) => catalogue[id]),
    fc.tuple(ownUrl, anything).map(([url, name]) => {
      const read = readOwnPortal({ id: 'own-1', name, url });
      return read.ok ? read.value : catalogue.defender;
    }),
  );
  fc.assert(
    fc.property(page, anyCustomer, fc.constantFrom('public', 'usgov'), (destination, customer, cloud) => {
      const confirmed = 'name' in destination.host ? [destination.host.name] : [];
      const built = addressFor(destination, customer, { cloud, portalHosts: confirmed });
      if (!built.ok) return;
      const url = new URL(built.value);
      expect(url.href).toBe(built.value);
      expect(url.protocol).toBe('https:');
      expect(`${url.username}${url.password}${url.port}`).toBe('');
      expect(openableHosts(confirmed, customer)).toContain(url.hostname);
      expect(built.value).toMatch(/^[\x21-\x7e]+$/);
      if (destination.standing === 'own') return;
      expect(built.value).not.toMatch(/undefined|null|NaN|[{}]/);
      expect([...url.searchParams.values()]).not.toContain('');
      const text = `${url.pathname}${url.search}`;
      for (const [id] of text.matchAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g))
        expect(parseTenantId(customer.tenantId)).toBe(id);
    }),
    { numRuns },
  );
}

const inserted = fc.constantFrom(
  ...[
    '',
    '.',
    '-',
    '@',
    '%40',
    '%2F',
    '\\',
    ':1',
    ':443',
    '/',
    '#',
    '?',
    '=\n',
    '\r\n',
    '\n> ',
    ' ',
    '<',
    '>',
    '"',
  ],
  ...[
    '\u200b',
    '\u202e',
    'а',
    '。',
    '%00',
    '&amp;',
    '&#58;',
    '=3D',
    'evil.example',
    'https://',
    '&tid=',
    '|',
    ')',
  ],
  '6512e372-efef-4f37-86e3-f273783fdca6',
  // A stranger, and what names nobody, in places where portals look for their tenant.
  ...['evilcorp.onmicrosoft.com', '/evilcorp.onmicrosoft.com', '#@evilcorp.onmicrosoft.com'],
  ...['?tid=evilcorp.example', '?tid=', '?tid={tenantId}', '/common'],
  ...['?tenantId=3adc483e-92c3-4b21-8e1f-41eb9f3d8a2c', '&ctid=3adc483e-92c3-4b21-8e1f-41eb9f3d8a2c'],
);

/** The corpus with something put into it, or two of its texts run together. */
const mangled = fc
  .tuple(
    fc.constantFrom(...corpus),
    fc.array(fc.tuple(fc.nat(400), inserted), { maxLength: 4 }),
    fc.constantFrom(...corpus),
  )
  .map(([{ text }, cuts, other]) => {
    const changed = cuts.reduce((all, [at, piece]) => all.slice(0, at) + piece + all.slice(at), text);
    return cuts.length === 4 ? `${changed}\n${other.text}` : changed;
  });

/**
 * Whatever the text, what opens is https on a listed host or one named after that customer, nobody else is named in it
 * by id, and reading the opened address again gives the same customer.
 */
export function linksOpenTheirCustomer(numRuns: number): void {
  fc.assert(
    fc.property(fc.oneof(mangled, anything, fc.webUrl({ withQueryParameters: true })), (text) => {
      const reading = readText(text);
      const target = reading.ok ? findCustomer(reading.value, lookup) : reading;
      if (!target.ok || target.value.address === undefined) return;
      const { address, customer } = target.value;
      const url = new URL(address);
      expect(url.href).toBe(address);
      expect(url.protocol).toBe('https:');
      expect(`${url.username}${url.password}${url.port}`).toBe('');
      expect(openableHosts([], customer)).toContain(url.hostname);
      const again = readText(address);
      expect(again.ok).toBe(true);
      const same = again.ok ? findCustomer(again.value, lookup) : again;
      expect(same).toMatchObject({ ok: true, value: { customer: { tenantId: customer.tenantId } } });
      for (const name of namesInPlace(url))
        expect([address, isNameOf(name, customer)]).toEqual([address, true]);
      const others = [...customers.keys()].filter((id) => id !== customer.tenantId);
      for (const id of others) expect(url.searchParams.getAll('tid')).not.toContain(id);
    }),
    { numRuns },
  );
}

/** What stands where this portal looks for its tenant, nothing left out. */
function namesInPlace(url: URL): readonly string[] {
  const portal: Portal | undefined = portalOf(url.hostname)?.portal;
  if (portal?.scope === undefined) return [];
  if (portal.scope !== 'first-segment') return url.searchParams.getAll(portal.scope.query);
  const inFragment = /^#(?:@|%40)(.*?)(?:[/?#]|%2f|$)/i.exec(url.hash)?.[1];
  const inPath = decodeURIComponent(url.pathname.replace(/^\/signin\/index/, '').split('/')[1] ?? '').replace(
    /^@/,
    '',
  );
  // A page may stand before a tenant that the fragment names; another tenant may not.
  if (inFragment === undefined) return [inPath];
  return [...(readName(inPath) === undefined ? [] : [inPath]), decodeURIComponent(inFragment)];
}

function isNameOf(text: string, customer: Customer): boolean {
  const domain = parseDomain(text);
  return (
    parseTenantId(text) === customer.tenantId ||
    (domain !== undefined && domainsOf(customer).includes(domain))
  );
}

/** No host but those of the list is read, however a listed one is dressed up. */
export function onlyListedHostsAreRead(numRuns: number): void {
  const host = fc
    .tuple(fc.constantFrom(...exactHosts), inserted, fc.nat(40))
    .map(([name, piece, at]) => name.slice(0, at) + piece + name.slice(at));
  const scheme = fc.constantFrom('https:', 'http:', 'ftp:', 'file:', 'HTTPS:', 'javascript:');
  fc.assert(
    fc.property(scheme, host, fc.string(), (scheme, host, rest) => {
      const reading = readText(`${scheme}//${host}/?tid=${tenantId}&delegatedOrg=contoso.com${rest}`);
      if (!reading.ok) return;
      for (const { url } of reading.value.links)
        expect([...exactHosts, 'contoso.sharepoint.com']).toContain(url.hostname);
    }),
    { numRuns },
  );
}
