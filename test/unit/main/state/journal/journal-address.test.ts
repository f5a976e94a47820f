import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { withHuntingQuery } from '../../../../../src/main/commands/hunting-address.ts';
import { journalAddress } from '../../../../../src/main/state/journal/journal-address.ts';

const id = '3adc483e-92c3-4b21-8e1f-41eb9f3d8a2c';
const packed = gzipSync('T').toString('base64url');

describe('in the journal an address', () => {
  it.each([
    `https://security.microsoft.com/?tid=${id}`,
    `https://security.microsoft.com/incidents/42?tid=${id}&view=list`,
    'https://admin.cloud.microsoft/?delegatedOrg=contoso.com#/users',
    `https://entra.microsoft.com/${id}#view/Microsoft_AAD_IAM/UserDetails/userId/42`,
    'https://portal.azure.com/#@contoso.com/resource/subscriptions/42',
    'https://a.example/?tenant=@contoso.com&domain_hint=contoso.com',
  ])('says where it led: %s', (address) => {
    expect(journalAddress(address)).toBe(address);
  });

  it.each([
    [
      'a hunting query',
      withHuntingQuery(`https://security.microsoft.com/v2/advanced-hunting?tid=${id}`, 'T'),
    ],
    ['a query in capitals', 'https://a.example/?QUERY=needle'],
    ['a search', 'https://a.example/?q=needle'],
    ['a filter', 'https://a.example/?filters=needle'],
    ['a code', 'https://a.example/?code=needle&x=1'],
    ['a token of a short kind', 'https://a.example/?invitation_token=needle'],
    ['a key in a fragment', 'https://a.example/#access_token=needle&x=1'],
    ['a signature', 'https://a.example/?sv=2024&sig=needle'],
    ['a session', 'https://a.example/?SessionId=needle'],
    ['words', 'https://a.example/?x=needle%20in%20hay'],
    ['a user, as it is written in a link', 'https://security.microsoft.com/user?upn=needle@contoso.com'],
    ['a user, encoded', 'https://security.microsoft.com/user?upn=needle%40contoso.com'],
    ['a user whose name has no address', 'https://security.microsoft.com/user?upn=needle'],
    ['a user under any name', 'https://a.example/?x=needle@contoso.com'],
    ['a user without a name', 'https://a.example/?needle@contoso.com'],
    [
      'a domain that was looked into',
      'https://security.microsoft.com/domains/overview?urlDomain=needle.example',
    ],
    ['a parameter whose name is encoded', 'https://a.example/?%75pn=needle'],
    ['an address', 'https://security.microsoft.com/url/overview?url=needle.example'],
    ['a file', 'https://a.example/#/page?sha256=needle'],
    ['words without a name', 'https://a.example/?needle%20in%20hay'],
    ['a query in a fragment', 'https://a.example/#/page?query=needle&x=1'],
    [
      'a shared query of Log Analytics',
      `https://portal.azure.com/#@c.com/blade/X/Logs/q/needle/timespan/P1D`,
    ],
  ])('never holds %s', (_what, address) => {
    const kept = journalAddress(address);
    expect(kept).not.toMatch(/needle/);
    expect(kept).not.toContain(packed);
    expect(kept).toContain('...');
  });

  it('that is none is left out', () => {
    expect(journalAddress('needle')).toBe('...');
  });
});
