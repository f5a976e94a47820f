import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clouds } from '../../../src/shared/cloud.ts';
import { buildUrl, type Addressee } from '../../../src/shared/portals/build-url.ts';
import { catalogue } from '../../../src/shared/portals/catalogue.ts';
import type { Destination } from '../../../src/shared/portals/destination.ts';
import { parseTenantId, type TenantId } from '../../../src/shared/tenant-id.ts';

const contoso: Addressee = {
  tenantId: parseTenantId('3adc483e-92c3-4b21-8e1f-41eb9f3d8a2c') as TenantId,
  name: 'Contoso',
  defaultDomain: 'contoso.com',
};
const byDomain: Destination = {
  ...catalogue.defender,
  id: 'by-domain',
  path: '/incidents',
  query: { delegatedOrg: 'defaultDomain', tid: 'tenantId' },
};

test('the Defender portal opens in the customer’s own tenant', () => {
  expect(buildUrl(catalogue.defender, contoso, clouds.public)).toEqual({
    ok: true,
    value: 'https://security.microsoft.com/?tid=3adc483e-92c3-4b21-8e1f-41eb9f3d8a2c',
  });
});

test('a page may need several things of a customer', () => {
  expect(buildUrl(byDomain, contoso, clouds.public)).toEqual({
    ok: true,
    value:
      'https://security.microsoft.com/incidents?delegatedOrg=contoso.com&tid=3adc483e-92c3-4b21-8e1f-41eb9f3d8a2c',
  });
});

test('a page that needs what is not known of the customer is refused, never half-built', () => {
  const { defaultDomain: _, ...nameless } = contoso;
  expect(buildUrl(byDomain, nameless, clouds.public)).toMatchObject({
    ok: false,
    error: {
      kind: 'destination-incomplete',
      values: { destination: 'by-domain', customer: 'Contoso', placeholder: 'defaultDomain' },
    },
  });
});

test.each(['@evil.example/', '.evil.example/', ':8443/', ':word@evil.example/', '/?tid=1', '/#tid=1'])(
  'a path that leads to another host, or holds more than a path, is refused: %s',
  (path) => {
    expect(buildUrl({ ...catalogue.defender, path }, contoso, clouds.public)).toMatchObject({
      ok: false,
      error: { kind: 'address-refused' },
    });
  },
);

test('whatever a customer and a page hold, an address is https, on the cloud’s host and complete', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.constantFrom('', 'undefined', 'null', contoso.tenantId, 'contoso.com', '../..', '?tid=1'),
  );
  fc.assert(
    fc.property(anything, anything, anything, anything, (tenantId, name, defaultDomain, path) => {
      const customer = { tenantId: tenantId as TenantId, name, defaultDomain };
      const built = buildUrl({ ...byDomain, path: `/${path}` }, customer, clouds.public);
      if (!built.ok) return;
      const url = new URL(built.value);
      expect(url.origin).toBe('https://security.microsoft.com');
      expect(parseTenantId(url.searchParams.get('tid') ?? '')).toBe(tenantId.trim().toLowerCase());
      expect(url.searchParams.getAll('tid')).toHaveLength(1);
      expect([...url.searchParams.values()].some((value) => /^(undefined|null|)$/.test(value))).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});
