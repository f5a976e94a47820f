import fc from 'fast-check';
import { expect, test } from 'vitest';
import { portalHosts } from '../../../src/shared/portals/hosts.ts';
import { readLink } from '../../../src/shared/portals/read-link.ts';
import { readReference } from '../../../src/shared/portals/read-reference.ts';

const id = '3adc483e-92c3-4b21-8e1f-41eb9f3d8a2c';
const other = '6512e372-efef-4f37-86e3-f273783fdca6';

test.each([
  [`https://security.microsoft.com/?tid=${id}`],
  [`  https://security.microsoft.com/?tid=${id}\n`],
  [`<https://security.microsoft.com/?tid=${id}>`],
  [`HTTPS://SECURITY.MICROSOFT.COM/incidents?viewid=1&TID=${id.toUpperCase()}`],
  [`https://security.microsoft.com:443/?tid=${id}`],
  [`https://security.microsoft.com/incident2/42/overview?tid=${id}&tid=${id}#top`],
  [`https://purview.microsoft.com/home?tid=${id}`],
  [`https://entra.microsoft.com/${id}#view/Microsoft_AAD_IAM/Overview`],
  [`https://portal.azure.com/${id}/`],
  [`https://portal.azure.com/${id}#@contoso.com/resource/x`],
  [`https://portal.azure.com/#@${id}/resource/subscriptions/${other}`],
  [`https://intune.microsoft.com/%7B${id}%7D`],
  [`https://admin.microsoft.com/Partner/BeginClientSession.aspx?CTID=${id}&CSDEST=o365admincenter`],
  [`https://myaccess.microsoft.com/${id}`],
  [`https://partner.microsoft.com/dashboard/v2/customers/${id}/subscriptions`],
  [`https://admin.powerplatform.microsoft.com/account/login/${id}`],
  [`https://app.powerbi.com/admin-portal?ctid=${id}`],
  [`https://securitycopilot.microsoft.com/?tenantId=${id}`],
])('a tenant id is read from %s', (link) => {
  expect(readLink(link)).toEqual({ ok: true, value: { kind: 'tenant', tenantId: id } });
});

test.each([
  ['https://admin.cloud.microsoft/?delegatedOrg=Contoso.onmicrosoft.com', 'contoso.onmicrosoft.com'],
  ['https://admin.teams.microsoft.com/?delegatedOrg=contoso.onmicrosoft.com', 'contoso.onmicrosoft.com'],
  ['https://myaccess.microsoft.com/@M365x440123.onmicrosoft.com#/', 'm365x440123.onmicrosoft.com'],
  ['https://entra.microsoft.com/contoso.com', 'contoso.com'],
  ['https://portal.azure.com/#@contoso.com/resource/subscriptions/x', 'contoso.com'],
  ['https://portal.azure.com/b%C3%BCcher.example', 'xn--bcher-kva.example'],
])('a domain is read from %s', (link, domain) => {
  expect(readLink(link)).toEqual({ ok: true, value: { kind: 'domain', domain } });
});

test.each([
  [`http://security.microsoft.com/?tid=${id}`],
  [`https://security.microsoft.com.evil.example/?tid=${id}`],
  [`https://evil.example/security.microsoft.com/?tid=${id}`],
  [`https://security-microsoft.com/?tid=${id}`],
  [`https://xsecurity.microsoft.com/?tid=${id}`],
  [`https://security.microsoft.com./?tid=${id}`],
  [`https://security.microsoft.com@evil.example/?tid=${id}`],
  [`https://evil.example@security.microsoft.com/?tid=${id}`],
  [`https://user:word@security.microsoft.com/?tid=${id}`],
  [`https://@security.microsoft.com/?tid=${id}`],
  [`https://security.microsoft.com:8443/?tid=${id}`],
  [`https:\\\\security.microsoft.com\\?tid=${id}`],
  [`https://security.micro\nsoft.com/?tid=${id}`],
  [`https://security.microsoft.com/?tid=3adc483e-\t92c3-4b21-8e1f-41eb9f3d8a2c`],
  [`https://securіty.microsoft.com/?tid=${id}`],
  [`javascript:location='https://security.microsoft.com/?tid=${id}'`],
  [`ms-settings://security.microsoft.com/?tid=${id}`],
  ['https://__proto__/'],
  ['https://'],
  ['Contoso'],
  [''],
])('a link elsewhere, or dressed up, is refused: %j', (link) => {
  expect(readLink(link)).toMatchObject({ ok: false, error: { kind: 'address-refused' } });
});

test.each([
  ['https://security.microsoft.com/'],
  ['https://security.microsoft.com/?tid='],
  ['https://security.microsoft.com/?tid=undefined'],
  ['https://security.microsoft.com/?tid=00000000-0000-0000-0000-000000000000'],
  [`https://security.microsoft.com/machines/${id}`],
  [`https://security.microsoft.com/?incident=${id}`],
  [`https://portal.azure.com/?tid=${id}`],
  ['https://portal.azure.com/index.html'],
  ['https://portal.azure.com/%E0%A4%A'],
])('a portal’s link that names no tenant says so: %s', (link) => {
  expect(readLink(link)).toMatchObject({ ok: false, error: { kind: 'link-unknown' } });
});

test('a link that names two tenants is refused rather than chosen from', () => {
  expect(readLink(`https://security.microsoft.com/?tid=${id}&tid=${other}`)).toMatchObject({
    ok: false,
    error: { kind: 'link-ambiguous' },
  });
  expect(readLink(`https://portal.azure.com/${id}#@${other}/resource`)).toMatchObject({
    ok: false,
    error: { kind: 'link-ambiguous' },
  });
});

test('the tenant of personal accounts is never a customer', () => {
  const link = 'https://security.microsoft.com/?tid=9188040d-6c67-4c5b-b112-36a304b66dad';
  expect(readLink(link)).toMatchObject({ ok: false, error: { kind: 'domain-consumer' } });
});

test('only exact hosts of the list are read, whatever the link', () => {
  const listed = fc.constantFrom(...Object.keys(portalHosts));
  const inserted = fc.constantFrom(
    '',
    '.',
    '-',
    '@',
    'x',
    '.evil.example',
    'evil.example/',
    ':1',
    '%00',
    'а',
  );
  const host = fc
    .tuple(listed, inserted, fc.nat(40))
    .map(([name, text, at]) => name.slice(0, at) + text + name.slice(at));
  const scheme = fc.constantFrom('https:', 'http:', 'ftp:', 'file:', 'HTTPS:');
  const rest = fc.string();
  fc.assert(
    fc.property(scheme, host, rest, (scheme, host, rest) => {
      const link = `${scheme}//${host}/?tid=${id}&delegatedOrg=contoso.com${rest}`;
      const reading = readLink(link);
      if (reading.ok) {
        expect(scheme.toLowerCase()).toBe('https:');
        expect(Object.keys(portalHosts)).toContain(host);
      }
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  [` {${id.toUpperCase()}} `, { kind: 'tenant', tenantId: id }],
  ['Contoso.COM.', { kind: 'domain', domain: 'contoso.com' }],
  [`https://security.microsoft.com/?tid=${id}`, { kind: 'tenant', tenantId: id }],
])('what a user types names a tenant: %j', (text, reference) => {
  expect(readReference(text)).toEqual({ ok: true, value: reference });
});

test.each([
  ['3adc483e-92c3-4b21-8e1f-41eb9f3d8a2', 'tenant-id-invalid'],
  ['00000000-0000-0000-0000-000000000000', 'tenant-id-invalid'],
  ['9188040d-6c67-4c5b-b112-36a304b66dad', 'domain-consumer'],
  ['https://www.contoso.com/', 'address-refused'],
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
