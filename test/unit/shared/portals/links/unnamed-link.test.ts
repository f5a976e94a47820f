import { describe, expect, it } from 'vitest';
import { meantBy, readUnnamedLink, unnamedLinkAddress } from '#shared/portals/links/unnamed-link.ts';
import { aCustomer, aTenantId } from '../../../support/samples.ts';

const tenantId = aTenantId();
const customer = { tenantId, defaultDomain: 'contoso.example', domains: ['contoso.example'] };
const incident = 'https://security.microsoft.com/incidents/1234';

describe('a link that names no tenant', () => {
  it.each([
    [incident, ''],
    [`contoso ${incident}`, 'contoso'],
    [`${incident} contoso north`, 'contoso north'],
    [`see\n<${incident}>\ncontoso`, 'see contoso'],
    ['security.microsoft.com/incidents/1234', ''],
    [`${incident}<${incident}>`, ''],
    [`[contoso](${incident})`, 'contoso'],
    [`<td>contoso</td><a href="${incident}">${incident}</a>`, 'contoso'],
    [`contoso ${incident}\nPrivacy: https://go.microsoft.com/fwlink/?LinkId=521839`, 'contoso Privacy:'],
  ])('is kept, and the words beside it: %j', (text, words) => {
    const link = readUnnamedLink(text);
    expect(link).toMatchObject({ place: 'security.microsoft.com/incidents/1234', words });
    expect(unnamedLinkAddress(link?.text ?? '', customer, [])).toEqual({
      ok: true,
      value: `${incident}?tid=${tenantId}`,
    });
  });

  it('is read out of the mail’s encoding, whole', () => {
    const hunting = 'https://security.microsoft.com/v2/advanced-hunting?query=H4sIAAAA';
    const whole = `${hunting}AAAA&timeRangeId=week`;
    for (const text of [
      `${hunting}\nAAAA&timeRangeId=week\nThanks`,
      `Content-Transfer-Encoding: quoted-printable\n\n${hunting.replace('query=', 'query=3D')}=\nAAAA&timeRangeId=3Dweek`,
      `<a href="${whole.replace('&', '&amp;')}">Query</a>`,
      `Content-Transfer-Encoding: base64\n\n${Buffer.from(`<a href="${whole}">Query</a>`).toString('base64')}\n`,
    ])
      expect(readUnnamedLink(text)?.text).toBe(whole);
  });

  it('is kept for those on the list whose id stands in it', () => {
    const map = new Map([[tenantId, aCustomer({ tenantId })]]);
    const meant = (text: string) => meantBy(readUnnamedLink(text) ?? { ids: [] }, map);
    expect(meant(`${incident}?workspace=${tenantId}`)).toEqual([tenantId]);
    expect(meant(`${incident}?workspace=${encodeURIComponent(encodeURIComponent(`{${tenantId}}`))}`)).toEqual(
      [tenantId],
    );
    expect(meant(`${incident}?device=${aTenantId()}`)).toBeUndefined();
  });

  it('opens in the chosen tenant, wherever its portal looks for one', () => {
    const entra = 'https://entra.microsoft.com/#view/Microsoft_AAD_IAM/Overview';
    expect(unnamedLinkAddress(entra, customer, [])).toEqual({
      ok: true,
      value: `https://entra.microsoft.com/${tenantId}#view/Microsoft_AAD_IAM/Overview`,
    });
    expect(unnamedLinkAddress('https://siem.example/case/7', customer, ['siem.example'])).toEqual({
      ok: true,
      value: 'https://siem.example/case/7',
    });
  });

  it.each([
    ['a name', 'contoso'],
    ['a link that names a tenant', `${incident}?tid=${tenantId}`],
    ['an id beside the link', `${incident} tenant ${tenantId}`],
    ['a tenant in an encoding too many', `${incident}?tid=${tenantId.replaceAll('-', '%252D')}`],
    ['two links', `${incident} ${incident.replace('1234', '99')}`],
    ['a host that is none of ours', 'https://evil.example/incidents/1234'],
    ['a look-alike of a portal', 'https://security.rnicrosoft.com/incidents/1234'],
    ['a link with a user name', 'https://security.microsoft.com@evil.example/incidents'],
    ['no https', 'http://security.microsoft.com/incidents/1234'],
    ['a damaged id', `${incident}?tid=${tenantId.slice(0, -2)}`],
    ['a portal that cannot be told its tenant', 'https://admin.microsoft.com/Adminportal/Home'],
    ['a link of Tidegate’s own', 'tidegate://open?tenant=x'],
  ])('is not %s', (_what, text) => {
    expect(readUnnamedLink(text)).toBeUndefined();
  });

  it('does not read a whole mail as a name', () => {
    expect(readUnnamedLink(`${'Dear analyst, '.repeat(20)} ${incident}`)?.words).toBe('');
  });
});
