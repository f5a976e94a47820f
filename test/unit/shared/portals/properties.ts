import { expect } from 'vitest';
import { fc } from '../../support/fast-check.ts';
import { commandFor } from '../../../../src/main/entry/answer-request.ts';
import type { OpenRequest } from '../../../../src/main/entry/channel/wire.ts';
import {
  planOpen,
  planOpenLink,
  type OpenContext,
  type OpenPlan,
  type OpenLink,
} from '../../../../src/main/commands/plan-open.ts';
import { pastedQuery, readQueryText } from '../../../../src/renderer/finder/results/link-rows.ts';
import { searchAll } from '../../../../src/renderer/finder/results/search-all.ts';
import { portalsOf } from '../../../../src/renderer/finder/results/portals.ts';
import { openCommand } from '../../../../src/renderer/finder/results/row.ts';
import { readsAsText } from '#shared/portals/links/find-target.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/result.ts';
import { SearchIndex } from '#shared/search/index.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { noUsage } from '#shared/status/usage.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { addressFor } from '#shared/portals/availability.ts';
import { catalogue } from '#shared/portals/catalogue.ts';
import { catalogueIds } from '#shared/portals/catalogue-ids.ts';
import { domainsOf } from '#shared/customer/customer-domains.ts';
import { parseDomain } from '#shared/tenant/domain.ts';
import { exactHosts, portalOf, type Portal } from '#shared/portals/hosts.ts';
import { findCustomer } from '#shared/portals/links/find-customer.ts';
import { readText } from '#shared/portals/links/read-text.ts';
import { readName } from '#shared/portals/links/tenant-names.ts';
import { openableHosts } from '#shared/portals/openable-hosts.ts';
import { readOwnPage } from '#shared/portals/own-page.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import { aCustomer, aStatus } from '../../support/samples.ts';
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
      const read = readOwnPage({ id: 'own-1', name, url });
      return read.ok ? read.value : catalogue.defender;
    }),
  );
  fc.assert(
    fc.property(page, anyCustomer, fc.constantFrom('public', 'usgov'), (page, customer, cloud) => {
      const confirmed = 'name' in page.host ? [page.host.name] : [];
      const built = addressFor(page, customer, { cloud, portalHosts: confirmed });
      if (!built.ok) return;
      const url = new URL(built.value);
      expect(url.href).toBe(built.value);
      expect(url.protocol).toBe('https:');
      expect(`${url.username}${url.password}${url.port}`).toBe('');
      expect(openableHosts(confirmed, customer)).toContain(url.hostname);
      expect(built.value).toMatch(/^[\x21-\x7e]+$/);
      if (page.standing === 'own') return;
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

const customerNames = [...customers.values()].map(({ name }) => name);
const ids = [
  ...customers.keys(),
  '9f8e7d6c-5b4a-4938-8271-605f4e3d2c1b',
  '9188040d-6c67-4c5b-b112-36a304b66dad',
];
const label = fc.constantFrom(
  ...[
    'Tenant ID: ',
    'Incident ID: ',
    'Trace ID: ',
    'ID de corrélation : ',
    'Locataire : ',
    'Organization: Alpha  Incident ID: ',
  ],
  ...['', 'Directory (tenant) ID ', '"tenantId": "', 'Request Id = ', 'Mandant: ', 'Kunde '],
);
const portalLink = fc
  .tuple(
    fc.constantFrom(...ids, ...[...customers.values()].flatMap(domainsOf)),
    fc.constantFrom('', '%20', ';tid=6512e372-efef-4f37-86e3-f273783fdca6', '\u200b', '&x=1', '\n', '.', '>'),
    fc.constantFrom(
      'security.microsoft.com/incidents/1?tid=',
      'admin.cloud.microsoft/?delegatedOrg=',
      'portal.azure.com/',
    ),
    fc.constantFrom('https://', 'https://', '', '<https://', 'hxxps://'),
  )
  .map(([name, behind, place, scheme]) => `${scheme}${place}${name}${behind}`);
const sentence = fc.oneof(
  portalLink,
  fc.tuple(label, fc.constantFrom(...ids)).map(([before, id]) => `${before}${id}`),
  fc.tuple(label, fc.constantFrom(...ids)).map(([before, id]) => `${before}${id.slice(0, -1)}`),
  fc.constantFrom(...corpus).map(({ text }) => text),
  fc.constantFrom(
    'Hello',
    'see',
    '=\n',
    '=3D',
    '&amp;',
    '\\u0026',
    'contoso.com',
    'anna@fabrikam.net',
    'x'.repeat(2_500),
    ...customerNames,
  ),
);
const gap = fc.constantFrom('\n', '\n', ' ', '  ', '\t', ', ', '\r\n> ');
const anyText = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.tuple(sentence, gap), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.map((part) => part.join('')).join('')),
  },
  { weight: 1, arbitrary: mangled },
  { weight: 1, arbitrary: sentence },
);

const index = new SearchIndex([...customers.values()]);
const confirmed: readonly string[] = [];
const context: OpenContext = {
  customers,
  settings: { ...defaultSettings, portalHosts: confirmed },
  usage: noUsage,
};
const portalsHere = portalsOf({ customers, status: aStatus({ settings: context.settings }) }, undefined);

/** Who opens and where, or everybody to choose from, or why nobody. */
type Answer = readonly string[];

function opened(result: Result<OpenPlan, Problem>): Answer {
  return result.ok ? ['opens', result.value.customer.name, result.value.url] : ['refuses', result.error.kind];
}

/** What the finder offers of a pasted text, and what main then makes of the row that Enter would open. */
function inFinder(text: string): { readonly answer: Answer; readonly candidates: readonly string[] } {
  const query = /[\r\n]/.test(text.trim()) ? pastedQuery(text) : text;
  // What a text says besides may be looked up in a customer: it says of nobody that the text means them.
  const rows = searchAll(index, query, noUsage, 0, portalsHere).filter(
    ({ target }) => target?.kind !== 'indicator',
  );
  const [row] = rows;
  if (row !== undefined && row.sign !== 'candidate') {
    const command = openCommand(row, query);
    const planned =
      command.kind === 'open' ? planOpen(command, context) : planOpenLink(command as OpenLink, context);
    return { answer: opened(planned), candidates: [] };
  }
  const target = readQueryText(query, portalsHere);
  return {
    answer: target.ok ? ['shows', target.value.customer.name] : ['refuses', target.error.problem.kind],
    candidates: rows.filter(({ sign }) => sign === 'candidate').map(({ customer }) => customer.name),
  };
}

/** Finder, clipboard and command line make the same of a text that says whom it means. */
export function waysInAgree(numRuns: number): void {
  fc.assert(
    fc.property(anyText, (text) => {
      const clipboard = opened(planOpenLink({ kind: 'openLink', text }, context));
      const finder = inFinder(text);
      // A name is searched for where one can be typed: no link and no id says whom it means.
      if (clipboard[1] === 'link-unknown') return;
      // The beginning of an id is one that is still being typed.
      if (clipboard[1] === 'tenant-id-invalid' && !readsAsText(text)) return;
      expect([text, finder.answer]).toEqual([text, clipboard]);
      if (!readsAsText(text)) return;
      const line = commandFor({ customer: text, dryRun: false } as OpenRequest, context);
      if (clipboard[0] === 'refuses') {
        const told = line.ok ? ['opens'] : ['refuses', line.error.problem.kind];
        expect([text, told]).toEqual([text, clipboard]);
        const named = line.ok ? [] : line.error.candidates.map(({ name }) => name);
        expect([text, finder.candidates.toSorted()]).toEqual([text, named]);
      } else {
        const planned =
          line.ok && line.value.kind === 'openLink' ? planOpenLink(line.value, context) : undefined;
        expect([text, planned && opened(planned)]).toEqual([text, clipboard]);
      }
    }),
    { numRuns },
  );
}
