import { describe, expect, it } from 'vitest';
import { fc } from '../../support/fast-check.ts';
import { addressFor } from '#shared/portals/availability.ts';
import { allPages, linksOf, offeredPages } from '#shared/portals/pages.ts';
import { readOwnPage, type OwnPage } from '#shared/portals/own-page.ts';
import { catalogueIds } from '#shared/portals/catalogue-ids.ts';
import { openableHosts } from '#shared/portals/openable-hosts.ts';
import { defaultPortalSettings } from '#shared/portals/portal-settings.ts';
import { checkSettings, salvageSettings } from '../../../../src/main/state/settings/setting-schemas.ts';
import { aCustomer } from '../../support/samples.ts';

const wiki: OwnPage = {
  id: 'own-wiki',
  name: 'Wiki',
  url: 'https://wiki.mssp.example/customers/{tenantId}?domain={defaultDomain}#{prefix}',
};
const contoso = aCustomer({
  defaultDomain: 'contoso.com',
  domains: ['contoso.com', 'contoso.onmicrosoft.com'],
});
const ids = (settings: Partial<typeof defaultPortalSettings>) =>
  offeredPages({ ...defaultPortalSettings, ...settings }).map(({ id }) => id);

describe('the pages that are offered', () => {
  it('are all of them, whatever is known of how they keep the tenant', () => {
    expect(ids({})).toEqual([...catalogueIds]);
  });

  it('are hidden, ordered and added to by the user', () => {
    const settings = {
      hiddenPortals: ['lighthouse'],
      portalOrder: ['own-wiki', 'alerts'],
      ownPortals: [wiki],
    };
    expect(ids(settings).slice(0, 3)).toEqual(['own-wiki', 'alerts', 'defender']);
    expect(ids(settings)).not.toContain('lighthouse');
    expect(allPages({ ...defaultPortalSettings, ...settings }).map(({ id }) => id)).toContain('lighthouse');
  });

  it('have one order, whatever is in the settings', () => {
    expect(new Set(ids({ portalOrder: ['alerts', 'alerts', 'gone'] })).size).toBe(ids({}).length);
  });
});

describe('a page of the user’s own', () => {
  const read = readOwnPage(wiki);
  const context = (portalHosts: readonly string[]) => ({ cloud: 'public', portalHosts }) as const;

  it('opens once its host is confirmed, with its placeholders filled', () => {
    if (!read.ok) throw new Error(read.error.kind);
    expect(addressFor(read.value, contoso, context([]))).toMatchObject({
      error: { kind: 'host-unconfirmed' },
    });
    expect(addressFor(read.value, contoso, context(['wiki.mssp.example']))).toEqual({
      ok: true,
      value: `https://wiki.mssp.example/customers/${contoso.tenantId}?domain=contoso.com#contoso`,
    });
    expect(addressFor(read.value, aCustomer(), context(['wiki.mssp.example']))).toMatchObject({
      error: { kind: 'page-incomplete' },
    });
  });

  it.each([
    ['http://wiki.mssp.example/', 'page-address-invalid'],
    ['https://{prefix}.mssp.example/', 'page-address-invalid'],
    ['https://wiki.mssp.example:8443/', 'page-address-invalid'],
    ['https://user@wiki.mssp.example/', 'page-address-invalid'],
    ['https://wikі.mssp.example/', 'page-address-invalid'],
    ['javascript:alert(1)', 'page-address-invalid'],
    ['wiki.mssp.example', 'page-address-invalid'],
    [`https://wiki.mssp.example/${'x'.repeat(2_000)}`, 'page-address-invalid'],
    ['https://wiki.mssp.example/{name}', 'page-placeholder-unknown'],
  ])('is refused: %s', (url, kind) => {
    expect(readOwnPage({ ...wiki, url })).toMatchObject({ ok: false, error: { kind } });
    expect(checkSettings({ ownPortals: [{ ...wiki, url }] }).ok).toBe(false);
    expect(salvageSettings({ ownPortals: [{ ...wiki, url }], setUp: true })).toEqual({ setUp: true });
  });

  it('is kept when it is well-formed; hosts are plain names', () => {
    expect(checkSettings({ ownPortals: [wiki], portalHosts: ['wiki.mssp.example'] }).ok).toBe(true);
    expect(checkSettings({ ownPortals: [wiki, wiki] }).ok).toBe(false);
    for (const host of ['Wiki.example', 'wiki.example:8443', 'https://wiki.example', '*.example', 'wiki'])
      expect(checkSettings({ portalHosts: [host] }).ok).toBe(false);
  });
});

describe('an address of the user’s own', () => {
  const opened = (url: string) => {
    const page = readOwnPage({ ...wiki, url });
    return page.ok
      ? addressFor(page.value, contoso, { cloud: 'public', portalHosts: ['soc.example'] })
      : page;
  };
  const values: Readonly<Record<string, string | undefined>> = {
    tenantId: contoso.tenantId,
    defaultDomain: 'contoso.com',
    prefix: 'contoso',
  };
  const filled = (url: string) => url.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);

  it.each([
    'https://soc.example/?{tenantId}',
    'https://soc.example/?{tenantId}={defaultDomain}&{prefix}',
    'https://soc.example/tickets?status=new&status=open&t={tenantId}',
    'https://soc.example/?b=1&2=x&1=y&t={tenantId}',
    'https://soc.example/?__proto__=1&constructor=2&t={tenantId}',
    'https://soc.example/?a&b=&=c&&d==e&q=a+b%20c%2B%26',
    'https://soc.example/?q=status:open/customer:{defaultDomain};sort=age',
    'https://soc.example/zz-name-zz/ZZ0-tenantId-zz0?zz0=zz1-a-zz1&t={tenantId}#zz-{prefix}-zz',
    'https://soc.example/#/customers/{tenantId}?tab=a&tab=b',
  ])('is opened as it is written, but for its placeholders: %s', (url) => {
    expect(opened(url)).toEqual({ ok: true, value: filled(url) });
  });

  it('is so whatever stands in its path, query and fragment', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '{tenantId}',
        '{defaultDomain}',
        '{prefix}',
        '&',
        '=',
        '+',
        '%20',
        '%26',
        'zz0-',
        '-zz',
      ),
      fc.stringMatching(/^[a-zA-Z0-9_~;:@!$*,]{1,6}$/),
    );
    const part = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(part, fc.option(part), fc.option(part), (path, query, fragment) => {
        const url = `https://soc.example/${path}${query === null ? '' : `?${query}`}${fragment === null ? '' : `#${fragment}`}`;
        expect(opened(url)).toEqual({ ok: true, value: filled(url) });
      }),
    );
  });
});

describe('a customer’s own links', () => {
  it('open as they are, on hosts that may be opened', () => {
    const url = 'https://myaccess.microsoft.com/@contoso.com#/access-packages/{42}?a=1&a=2';
    const [link, ...none] = linksOf({
      links: [
        { name: 'Access', url },
        { name: 'Bad', url: 'http://x.example/' },
      ],
    });
    expect(none).toEqual([]);
    if (link === undefined) throw new Error('a link is a page');
    expect(addressFor(link, contoso, { cloud: 'public', portalHosts: [] })).toEqual({
      ok: true,
      value: 'https://myaccess.microsoft.com/@contoso.com#/access-packages/%7B42%7D?a=1&a=2',
    });
    const [elsewhere] = linksOf({ links: [{ name: 'x', url: 'https://wiki.example/' }] });
    if (elsewhere === undefined) throw new Error('a link is a page');
    expect(addressFor(elsewhere, contoso, { cloud: 'public', portalHosts: [] })).toMatchObject({
      error: { kind: 'host-unconfirmed' },
    });
  });
});

it('lets nobody open another customer’s SharePoint', () => {
  expect(openableHosts([], contoso)).toContain('contoso-admin.sharepoint.com');
  expect(openableHosts([], aCustomer({ domains: ['fabrikam.onmicrosoft.com'] }))).not.toContain(
    'contoso-admin.sharepoint.com',
  );
});
