import { expect, test } from 'vitest';
import { fc } from '../../support/fast-check.ts';
import { readReference } from '#shared/portals/read-reference.ts';

const id = '3adc483e-92c3-4b21-8e1f-41eb9f3d8a2c';

test.each([
  [` {${id.toUpperCase()}} `, { kind: 'tenant', tenantId: id }],
  ['Contoso.COM.', { kind: 'domain', domain: 'contoso.com' }],
  [`https://security.microsoft.com/?tid=${id}`, { kind: 'tenant', tenantId: id }],
  [`https://portal.azure.com/${id}#@contoso.com/resource/x`, { kind: 'tenant', tenantId: id }],
  [` tidegate://open?tenant=${id}&page=incidents\n`, { kind: 'tenant', tenantId: id }],
  ['https://portal.azure.com/b%C3%BCcher.example', { kind: 'domain', domain: 'xn--bcher-kva.example' }],
])('what a user types names a tenant: %j', (text, reference) => {
  expect(readReference(text)).toEqual({ ok: true, value: reference });
});

test.each([
  ['3adc483e-92c3-4b21-8e1f-41eb9f3d8a2', 'tenant-id-invalid'],
  ['00000000-0000-0000-0000-000000000000', 'tenant-id-invalid'],
  ['9188040d-6c67-4c5b-b112-36a304b66dad', 'domain-consumer'],
  ['https://www.contoso.com/', 'link-host-unlisted'],
  ['https://__proto__/', 'link-disguised'],
  ['https://', 'link-disguised'],
  ['tidegate://open?tenant=contoso.com', 'link-malformed'],
  ['https://portal.azure.com/index.html', 'link-unknown'],
  ['https://portal.azure.com/%E0%A4%A', 'link-unknown'],
  ['https://entra.microsoft.com/contoso.com#@contoso.de/x', 'link-ambiguous'],
  ['Contoso', 'link-unknown'],
  ['10.0.0.1', 'link-unknown'],
  ['', 'link-unknown'],
])('what names none is refused with the reason: %j', (text, kind) => {
  expect(readReference(text)).toMatchObject({ ok: false, error: { kind } });
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withFragments: true })), (text) => {
      readReference(text);
    }),
    { numRuns: 2_000 },
  );
});
