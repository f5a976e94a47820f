import { describe, expect, it } from 'vitest';
import { addressFor } from '#shared/portals/availability.ts';
import { allPages, linksOf, offeredPages } from '#shared/portals/pages.ts';
import { readOwnPortal, type OwnPortal } from '#shared/portals/own-portal.ts';
import { catalogueIds } from '#shared/portals/catalogue-ids.ts';
import { openableHosts } from '#shared/portals/openable-hosts.ts';
import { defaultPortalSettings } from '#shared/portals/portal-settings.ts';
import { checkSettings, salvageSettings } from '../../../../src/main/state/settings/setting-schemas.ts';
import { aCustomer } from '../../support/samples.ts';

const wiki: OwnPortal = {
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
  const read = readOwnPortal(wiki);
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
    ['http://wiki.mssp.example/', 'portal-address-invalid'],
    ['https://{prefix}.mssp.example/', 'portal-address-invalid'],
    ['https://wiki.mssp.example:8443/', 'portal-address-invalid'],
    ['https://user@wiki.mssp.example/', 'portal-address-invalid'],
    ['https://wikі.mssp.example/', 'portal-address-invalid'],
    ['javascript:alert(1)', 'portal-address-invalid'],
    ['wiki.mssp.example', 'portal-address-invalid'],
    [`https://wiki.mssp.example/${'x'.repeat(2_000)}`, 'portal-address-invalid'],
    ['https://wiki.mssp.example/{name}', 'portal-placeholder-unknown'],
  ])('is refused: %s', (url, kind) => {
    expect(readOwnPortal({ ...wiki, url })).toMatchObject({ ok: false, error: { kind } });
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
