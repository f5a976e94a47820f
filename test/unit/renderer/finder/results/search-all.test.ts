import { describe, expect, it } from 'vitest';
import { searchAll } from '../../../../../src/renderer/finder/results/search-all.ts';
import { pastedQuery, readQueryText } from '../../../../../src/renderer/finder/results/link-rows.ts';
import { portalsOf } from '../../../../../src/renderer/finder/results/portals.ts';
import {
  type Row,
  leadOf,
  obstacleOf,
  openCommand,
  rowKey,
} from '../../../../../src/renderer/finder/results/row.ts';
import { shortened } from '../../../../../src/renderer/finder/results/shortened.ts';
import { unknownPage } from '../../../../../src/renderer/finder/results/unknown-page.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { helpTopics } from '#shared/access/topics.ts';
import { helpTopicIds } from '#shared/access/topic-ids.ts';
import { catalogue } from '#shared/portals/catalogue.ts';
import { fold, wordsOf } from '#shared/search/normalise.ts';
import { lookupIn } from '#shared/portals/links/customer-lookup.ts';
import { SearchIndex } from '#shared/search/index.ts';
import { defaultSettings, type Settings } from '#shared/settings/settings.ts';
import { noUsage } from '#shared/status/usage.ts';
import { parseTenantId } from '#shared/tenant/tenant-id.ts';
import { aCustomer, aStatus } from '../../../support/samples.ts';

const contoso = aCustomer({
  name: 'Contoso',
  defaultDomain: 'contoso.com',
  domains: ['contoso.com'],
  links: [{ name: 'Access package', url: 'https://myaccess.microsoft.com/@contoso.com#/access-packages/42' }],
});
const hunting = aCustomer({ name: 'Contoso Hunting' });
const fabrikam = aCustomer({ name: 'Fabrikam' });
const own = aCustomer({ name: 'Tidewater Security', access: ['own'] });

function rows(
  query: string,
  customers: readonly Customer[] = [contoso, fabrikam, own],
  settings: Partial<Settings> = {},
) {
  const state = {
    revision: 1,
    ordered: false,
    customers: new Map(customers.map((customer) => [customer.tenantId, customer])),
    usage: noUsage,
    status: aStatus({ settings: { ...defaultSettings, ...settings } }),
  };
  return searchAll(new SearchIndex(customers), query, noUsage, 0, portalsOf(state, undefined));
}

const shown = (found: readonly Row[]) =>
  found.map(({ customer, target }) => [
    customer.name,
    target?.kind === 'page' ? target.page.id : target?.kind,
  ]);

describe('a page typed after a customer', () => {
  it.each([
    ['contoso hunting', 'hunting'],
    ['contoso > hunting', 'hunting'],
    ['contoso /v2/advanced-hunting', 'hunting'],
    ['contoso /securitysettings/endpoints/licenses', 'licenses'],
    ['/cloudapps/oauth-apps contoso', 'oauthApps'],
    ['contoso #view/Microsoft_AAD_IAM/AuditLogList.ReactView', 'entraAudit'],
    ['contoso>hunt', 'hunting'],
    ['contoso incidents', 'incidents'],
    ['contoso advanced hunting', 'hunting'],
    ['contoso chasse', 'hunting'],
    ['contoso quarantaine', 'quarantine'],
    ['contoso.com entra', 'entra'],
    ['cont azure portal', 'azure'],
  ])('%s', (query, page) => {
    const [first] = rows(query);
    expect(shown(first ? [first] : [])).toEqual([['Contoso', page]]);
    expect(first && openCommand(first, query)).toEqual({
      kind: 'open',
      tenantId: contoso.tenantId,
      page,
      query,
    });
  });

  it('never outranks a customer of that name', () => {
    const found = shown(rows('contoso hunting', [contoso, hunting]));
    expect(found[0]).toEqual(['Contoso Hunting', undefined]);
    expect(found).toContainEqual(['Contoso', 'hunting']);
  });

  it('stands on its own for favourites, recents and then the others', () => {
    const favourite = { ...fabrikam, favourite: true };
    expect(shown(rows('hunting', [contoso, favourite, own])).slice(0, 2)).toEqual([
      ['Fabrikam', 'hunting'],
      ['Contoso', 'hunting'],
    ]);
  });

  it.each([
    ['incidents contoso', 'incidents'],
    ['incidents for contoso', 'incidents'],
    ['incidents de contoso', 'incidents'],
    ['incidents > contoso', 'incidents'],
    ['tabl contoso', 'allowBlockList'],
    ['contoso ca', 'conditionalAccess'],
    ['contoso sign-ins', 'entraSignIns'],
    ['contoso signin logs', 'entraSignIns'],
    ['contoso entra users', 'entraUsers'],
    ['contoso action center', 'actionCenter'],
    ['contoso explorer', 'explorer'],
    ['contoso risky users', 'riskyUsers'],
    ['contoso message trace', 'messageTrace'],
    ['contoso liste verte', 'allowBlockList'],
    ['accès conditionnel contoso', 'conditionalAccess'],
    ['contoso incidnets', 'incidents'],
    ['contoso conditonal acess', 'conditionalAccess'],
    ['contsoo hunting', 'hunting'],
    ['hunting contsoo', 'hunting'],
  ])('in either order, by other names, with a slip: %s', (query, page) => {
    expect(shown(rows(query))[0]).toEqual(['Contoso', page]);
  });

  it.each([
    ['mto', 'mto'],
    ['unified', 'mto'],
    ['lighthouse', 'lighthouse'],
    ['unified incidents', 'mtoIncidents'],
    ['vue unifiée', 'mto'],
    ['contoso mto', 'mto'],
  ])('is a row of the own tenant: %s', (query, page) => {
    expect(shown(rows(query))[0]).toEqual(['Tidewater Security', page]);
    expect(shown(rows(query, [contoso]))[0]).toEqual(['', page]);
  });

  it('says so when the words behind a name are no page, and offers what is near', () => {
    const found = rows('contoso qarantn');
    expect(found[0]).toMatchObject({ customer: contoso, target: { kind: 'no-page', typed: 'qarantn' } });
    expect(shown(found)).toContainEqual(['Contoso', 'quarantine']);
    const [first] = found;
    expect(first && openCommand(first, '')).toMatchObject({ kind: 'open', page: 'defender' });
  });

  it('gives way to a customer whose name was typed with a slip', () => {
    const bank = aCustomer({ name: 'Contoso Alerting' });
    expect(shown(rows('contoso alertnig', [contoso, bank]))[0]).toEqual(['Contoso Alerting', undefined]);
  });

  it.each(['kkr e co.', 'kkr e', 'kkr co', 'kkr in'])('takes three letters of its name: %s', (query) => {
    const kkr = aCustomer({ name: 'KKR' });
    expect(rows(query, [kkr, own]).filter(({ target }) => target !== undefined)).toEqual([]);
    expect(rows('kkr inc', [kkr, own]).some(({ target }) => target !== undefined)).toBe(true);
    expect(rows('kkr > in', [kkr, own]).some(({ target }) => target !== undefined)).toBe(true);
  });

  it('is listed whole after the customer’s sign, the customer’s own links among the pages', () => {
    const found = shown(rows('contoso >'));
    expect(found).toContainEqual(['Contoso', 'incidents']);
    expect(found).toContainEqual([
      'Contoso',
      'link:https://myaccess.microsoft.com/@contoso.com#/access-packages/42',
    ]);
    expect(new Set(rows('contoso >').map(rowKey)).size).toBe(found.length);
  });

  it('is there, and cannot be opened, when something is missing', () => {
    const guest = aCustomer({ name: 'Zava', access: ['member'] });
    const [partner] = rows('zava partner center', [guest]);
    expect(partner && obstacleOf(partner)).toMatchObject({ kind: 'page-access' });
  });

  it('opens by the tenant id alone, for guests and delegated administrators', () => {
    for (const access of [['gdap'], ['member'], ['list']] as const)
      for (const page of ['microsoft 365', 'exchange', 'message trace', 'teams', 'sharepoint']) {
        const [row] = rows(`zava ${page}`, [aCustomer({ name: 'Zava', access })]);
        expect(row && obstacleOf(row)).toBeNull();
      }
  });

  it('opens in the own tenant when no address scopes it', () => {
    expect(shown(rows('contoso lighthouse'))[0]).toEqual(['Tidewater Security', 'lighthouse']);
    const [without] = rows('contoso lighthouse', [contoso]);
    expect(without && obstacleOf(without)).toMatchObject({ kind: 'page-own-tenant' });
    expect(without && leadOf(without)).toEqual({
      page: 'portals',
      place: 'own-tenant',
      wanted: 'lighthouse',
    });
  });

  it('opens in the own tenant that the user named rather than in that of a sign-in', () => {
    const named = { ...fabrikam, access: ['own', 'gdap'] as const };
    const settings = { ownTenant: named.tenantId };
    for (const query of ['mto', 'contoso lighthouse', 'partner center customers']) {
      const [first] = rows(query, [contoso, own, named], settings);
      expect([first?.customer, first && obstacleOf(first), first && leadOf(first)]).toEqual([
        named,
        null,
        undefined,
      ]);
    }
    // A name that no list has any more is none.
    expect(rows('mto', [contoso, own], settings)[0]?.customer).toBe(own);
  });

  it('is hidden when the user says so', () => {
    expect(shown(rows('contoso azure', undefined, { hiddenPortals: ['azure'] }))).not.toContainEqual([
      'Contoso',
      'azure',
    ]);
  });
});

describe('the help', () => {
  const first = (query: string, customers?: readonly Customer[]) => rows(query, customers)[0];

  // The five steps of Microsoft's page on access to a customer's portal, and the three pages it names.
  it.each([
    ['log in to Entra with your credentials', 'portal'],
    ['switch directory', 'portal'],
    ['changer d’annuaire', 'portal'],
    ['entra properties', 'portal'],
    ['tenant ID field', 'portal'],
    ['tenant-specific URL', 'portal'],
    ['access MSSP customer portal', 'portal'],
    ['accéder au portail du client', 'portal'],
    ['access unified view', 'portal'],
    ['unified view for MSSP', 'portal'],
    ['grant access', 'grant'],
    ['grant mssp acc', 'grant'],
    ['mssp access', 'grant'],
    ['accorder l’accès', 'grant'],
    ['alert notifications help', 'alerts'],
    ['configure alert notifications', 'alerts'],
    ['aide notifications d’alertes', 'alerts'],
    ['fetch alerts', 'fetch'],
    ['fetch alerts from MSSP customer tenant', 'fetch'],
    ['récupérer les alertes', 'fetch'],
    ['recuperer les alertes du client', 'fetch'],
    ['unified view help', 'unified'],
    ['add tenants to the unified view', 'unified'],
    ['limites mto', 'unified'],
    ['sentinel reader', 'unified'],
  ])('is found by "%s"', (query, topic) => {
    const row = first(query);
    expect(row?.target).toMatchObject({ kind: 'help', topic: { id: topic } });
    expect(row && leadOf(row)).toEqual({ page: 'help', place: `help-${topic}` });
    expect(row && obstacleOf(row)).toBeNull();
  });

  it.each(['help', 'aide'])('shows all its parts, each once, for "%s"', (query) => {
    const found = rows(query).map((row) => row.target?.kind === 'help' && row.target.topic.id);
    expect(found.slice(0, helpTopicIds.length)).toEqual(helpTopicIds);
    expect(new Set(rows(query).map(rowKey)).size).toBe(rows(query).length);
  });

  it('comes after a customer that is called so, and never for a customer’s page', () => {
    for (const name of ['Switch Directory', 'Fetch Alerts', 'Grant Access', 'Help']) {
      const called = aCustomer({ name });
      const found = rows(name.toLowerCase(), [contoso, called]);
      expect(found[0]?.customer).toBe(called);
      expect(found[1]?.target?.kind).toBe('help');
    }
    for (const query of [
      'contoso',
      'contoso hunting',
      'hunting',
      'mto',
      'unified view',
      'alert notifications',
    ])
      expect(rows(query).filter(({ target }) => target?.kind === 'help')).toEqual([]);
  });

  it('is known by no word that names a page: who types that wants the page', () => {
    const whole = (text: string) => wordsOf(fold(text)).join('');
    const words = helpTopics.flatMap((topic) => topic.words);
    const pages = new Map(
      Object.values(catalogue).flatMap(({ id, words: own }) => own.map((word) => [whole(word), id] as const)),
    );
    expect(words.filter((word) => pages.has(whole(word)))).toEqual([]);
  });
});

describe('a page that there is not', () => {
  const lookup = (query: string) => rows(query);

  it('is no reason to guess at other customers: the one that is named has no such page', () => {
    expect(rows('contoso > zzz')).toEqual([]);
    expect(unknownPage('contoso > zzz', lookup)).toMatchObject({
      customer: 'Contoso',
      typed: { customer: 'contoso', page: 'zzz' },
    });
    expect(unknownPage('contoso > zzz', lookup)?.pages.map(({ id }) => id)).toContain('hunting');
  });

  it('is not what is wrong where nobody is named, or nothing is typed for it yet', () => {
    for (const query of ['nobody at all > zzz', 'contoso', 'contoso >', '> zzz'])
      expect(unknownPage(query, lookup)).toBeUndefined();
  });
});

it('a long text that was pasted is told of in a line or two', () => {
  expect(shortened(' Contoso ')).toBe('Contoso');
  expect([...shortened('😀'.repeat(500))]).toHaveLength(81);
});

describe('a pasted link', () => {
  const link = `https://security.microsoft.com/incidents/42?tid=${contoso.tenantId}`;
  const wrapped = `https://eur02.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=x`;

  it('is the one row, and opens itself', () => {
    const found = rows(link);
    expect(found).toMatchObject([
      {
        customer: contoso,
        target: { kind: 'link', place: 'security.microsoft.com/incidents/42', unwrapped: [] },
      },
    ]);
    expect(found[0] && openCommand(found[0], link)).toEqual({
      kind: 'openLink',
      text: link,
      shown: contoso.tenantId,
    });
  });

  it('says what it was unwrapped from', () => {
    expect(rows(wrapped)).toMatchObject([
      { target: { unwrapped: ['Microsoft Safe Links'], place: 'security.microsoft.com/incidents/42' } },
    ]);
  });

  it('shows which of two look-alikes it opens, wrapped or not, as every row does', () => {
    const twin = aCustomer({ name: 'Contoso Ltd', domains: ['contoso-ltd.com'] });
    for (const query of [link, wrapped, 'contoso hunting'])
      expect(rows(query, [contoso, twin])[0]).toMatchObject({
        customer: contoso,
        tellApart: true,
        detail: { text: 'contoso.com' },
      });
    expect(rows(link)[0]?.tellApart).toBe(false);
  });

  it('finds nobody for a host that is not a portal’s, or a tenant that is not listed', () => {
    expect(rows(`https://contoso.com.evil.example/?tid=${contoso.tenantId}`)).toEqual([]);
    expect(rows(`https://security.microsoft.com/?tid=${aCustomer().tenantId}`)).toEqual([]);
  });

  it('is kept whole out of a mail of many lines', () => {
    expect(pastedQuery(`Incident:\n${link.slice(0, 60)}\n${link.slice(60)}\n\nRegards`)).toBe(link);
    expect(pastedQuery(`Open <${wrapped}>\nRegards`)).toBe(wrapped);
    expect(pastedQuery(`Tenant:\n${contoso.tenantId}`)).toBe(contoso.tenantId);
    expect(pastedQuery('Contoso\r\nLtd')).toBe('Contoso Ltd');
  });
});

describe('a pasted text that names several', () => {
  const link = ({ tenantId }: Customer) => `https://security.microsoft.com/incidents/42?tid=${tenantId}`;
  const byDomain = 'https://admin.cloud.microsoft/?delegatedOrg=contoso.com';

  it.each([
    ['a second link', `${link(fabrikam)}\n${link(contoso)}`],
    ['a domain in a second link', `${link(fabrikam)}\n${byDomain}`],
    ['a labelled id', `${link(fabrikam)}\nTenant ID: ${contoso.tenantId}`],
    [
      'what stands far behind',
      `${link(fabrikam)}\n${'a word \n'.repeat(2_000)}Tenant ID: ${contoso.tenantId}`,
    ],
  ])('hides no second tenant in %s, and offers both', (_what, text) => {
    const found = rows(pastedQuery(text));
    expect(found.map(({ customer, sign }) => [customer.name, sign])).toEqual([
      ['Fabrikam', 'candidate'],
      ['Contoso', 'candidate'],
    ]);
  });

  it('offers them in their order, also where an id begins like an encoded sign of a mail', () => {
    const tenantId = parseTenantId(`3d${contoso.tenantId.slice(2)}`) ?? contoso.tenantId;
    const encoded = aCustomer({ name: 'Litware', tenantId });
    const found = rows(pastedQuery(`${link(fabrikam)}\n${link(encoded)}`), [fabrikam, encoded]);
    expect(found.map(({ customer }) => customer.name)).toEqual(['Fabrikam', 'Litware']);
  });

  it('offers the link that is each one’s own', () => {
    const [first, second] = rows(pastedQuery(`${link(fabrikam)}\nTenant ID: ${contoso.tenantId}`));
    expect(first && openCommand(first, '')).toEqual({
      kind: 'openLink',
      text: link(fabrikam),
      shown: fabrikam.tenantId,
    });
    expect(second && openCommand(second, '')).toMatchObject({ kind: 'open', tenantId: contoso.tenantId });
  });

  it('offers everybody who claims a domain that is typed', () => {
    const twin = aCustomer({ name: 'Twin', domains: ['contoso.com'] });
    expect(rows('contoso.com', [contoso, twin]).map(({ sign }) => sign)).toEqual(['candidate', 'candidate']);
  });

  it('opens the one that a labelled id names', () => {
    expect(rows(`Tenant ID: ${contoso.tenantId}`)).toMatchObject([{ customer: contoso, sign: 'named' }]);
  });
});

describe('a link of Tidegate’s own', () => {
  const link = (rest: string, { tenantId }: Customer = contoso) =>
    `tidegate://open?tenant=${tenantId}${rest}`;
  const portal = (tid: string) => encodeURIComponent(`https://security.microsoft.com/alerts?tid=${tid}`);

  it.each([
    ['the Defender portal', link(''), 'defender'],
    ['a page', ` ${link('&page=incidents')}\n`, 'incidents'],
  ])('opens %s', (_what, query, page) => {
    const found = rows(query);
    expect(shown(found)).toEqual([['Contoso', page]]);
    expect(found[0] && openCommand(found[0], query)).toMatchObject({
      kind: 'open',
      tenantId: contoso.tenantId,
      page,
    });
  });

  it('opens the portal link in it', () => {
    const [row] = rows(link(`&url=${portal(contoso.tenantId)}`));
    expect(row && openCommand(row, '')).toEqual({
      kind: 'openLink',
      text: `https://security.microsoft.com/alerts?tid=${contoso.tenantId}`,
      shown: contoso.tenantId,
    });
  });

  it.each([
    ['link-malformed', link('&page=nothing')],
    ['link-ambiguous', link(`&url=${portal(fabrikam.tenantId)}`)],
    ['customer-unknown', link('', hunting)],
  ])('gives no row but %s', (kind, query) => {
    expect(rows(query)).toEqual([]);
    const known = new Map([contoso, fabrikam].map((each) => [each.tenantId, each]));
    expect(readQueryText(query, { portalHosts: [], lookup: lookupIn(known) })).toMatchObject({
      error: { problem: { kind } },
    });
  });
});

describe('a text that says whom it is about', () => {
  const bois = aCustomer({ name: 'Société des Bois SAS', domains: ['bois.example'] });
  const north = aCustomer({ name: 'North Contoso' });
  const everybody = [contoso, fabrikam, hunting, own, bois, north];
  const offer = (text: string) =>
    rows(text, everybody).map(({ customer, isGuess, sign, target }) => [
      customer.name,
      sign ?? (isGuess ? 'guess' : null),
      target?.kind,
    ]);

  it.each([
    ['Ticket 7: the customer Fabrikam reports a slow portal', 'Fabrikam'],
    ['Bonjour, un poste de la Société des Bois ne répond plus', 'Société des Bois SAS'],
    ['Kunde: contoso.com, bitte den Fall heute noch ansehen', 'Contoso'],
    ['The analyst asks about Contoso Hunting since this morning', 'Contoso Hunting'],
    ['The analyst asks about North Contoso since this morning', 'North Contoso'],
  ])('offers that customer, as a guess: %s', (text, name) => {
    expect(offer(text)).toEqual([[name, 'guess', undefined]]);
  });

  it.each([
    'Contoso, Fabrikam and nobody else are affected by this outage',
    'alice@contoso.com; bob@bois.example',
  ])('offers each of several, none of them chosen: %s', (text) => {
    const found = offer(text).filter(([, , kind]) => kind === undefined);
    expect(found.map(([, sign]) => sign)).toEqual(['candidate', 'candidate']);
  });

  it('offers nobody where it names nobody, or the MSSP alone', () => {
    expect(offer('Please look at this case as soon as you can')).toEqual([]);
    expect(offer('A note of Tidewater Security about the last few weeks')).toEqual([]);
  });

  it('looks an indicator up in that customer first', () => {
    const text =
      'Ticket of today. Customer: Fabrikam. Severity: high. Please check incident 40123 now, thanks';
    expect(offer(text)).toEqual([['Fabrikam', 'guess', 'indicator']]);
  });

  it.each([
    ['Un nouvel incident chez Fabrikam :', 'Fabrikam'],
    [`${'Dear colleague, '.repeat(20)} this is about bois.example`, 'Société des Bois SAS'],
  ])('offers that customer first for a link that names no tenant, and chooses nobody: %s', (text, name) => {
    const [first] = offer(`${text} https://security.microsoft.com/incidents/42`);
    expect(first).toEqual([name, 'candidate', 'link']);
  });

  it('offers everybody for a link whose text names nobody', () => {
    expect(offer('[Incident 42](https://security.microsoft.com/incidents/42)').length).toBeGreaterThan(3);
  });
});
