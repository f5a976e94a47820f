import { describe, expect, it } from 'vitest';
import { fc } from '../../support/fast-check.ts';
import { isOpenable } from '../../../../src/main/browsers/launch/openable.ts';
import { indicatorAddress } from '#shared/portals/indicators/address.ts';
import { indicatorKinds, parseIndicator } from '#shared/portals/indicators/indicator.ts';
import { readIndicators } from '#shared/portals/indicators/read-indicators.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { aCustomer } from '../../support/samples.ts';

const md5 = '44d88612fea8a8f36de82e1278abb02f';
const sha1 = '3395856ce81f2b7382dee72602f798b642f14140';
const sha256 = '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f';
const customer = aCustomer({ name: 'Contoso' });

const read = (text: string) => readIndicators(text).indicators.map(({ kind, value }) => `${kind} ${value}`);

function addressOf(text: string): string {
  const [indicator] = readIndicators(text).indicators;
  if (indicator === undefined) throw new Error(`nothing is read of ${text}`);
  const address = indicatorAddress(indicator, customer, defaultSettings);
  if (!address.ok) throw new Error(address.error.kind);
  return address.value;
}

describe('an indicator alone or in a text', () => {
  it.each([
    [md5, [`file ${md5}`]],
    [sha1.toUpperCase(), [`file ${sha1}`, `device ${sha1}`]],
    [`SHA256: ${sha256}.`, [`file ${sha256}`]],
    [`sha256=${sha256}`, [`file ${sha256}`]],
    ['203.0.113.7', ['ip 203.0.113.7']],
    ['203[.]0[.]113[.]7:443', ['ip 203.0.113.7']],
    ['203(dot)0(dot)113(dot)7', ['ip 203.0.113.7']],
    ['(2001:DB8:0:0:0:0:0:1)', ['ip 2001:db8::1']],
    ['evil[.]example', ['domain evil.example']],
    ['evil[dot]example,', ['domain evil.example']],
    ['hxxps[:]//evil[.]example/a?b=c', ['url https://evil.example/a?b=c']],
    ['hXXp://203.0.113.7/x', ['url http://203.0.113.7/x']],
    ['alice[@]evil[.]example', ['user alice@evil.example']],
    ['alice_fabrikam.com#EXT#@contoso.example', ['user alice_fabrikam.com#EXT#@contoso.example']],
    ['incident 1234', ['incident 1234']],
    ['« incident 1234 »', ['incident 1234']],
    ['Incident n° 1234', ['incident 1234']],
    ['INC 1234', ['incident 1234']],
    ['#1234', ['incident 1234']],
    ['incident #1234', ['incident 1234']],
    ['Vorfall 1234', ['incident 1234']],
    ['incident 1234/1235', ['incident 1234']],
    ['incident2/1234', ['incident 1234']],
    ['see /incident2/1234/overview?x=1', ['incident 1234']],
    ['/incidents/1234', ['incident 1234']],
    ['incident2/overview', []],
    ['/alerts/da637551227677560813_-961444813', ['alert da637551227677560813_-961444813']],
    [`/machines/v2/${sha1}/overview`, [`device ${sha1}`]],
    [`/file/${sha1}/`, [`file ${sha1}`]],
    ['/ip/203.0.113.7/overview', ['ip 203.0.113.7']],
    [`device ${sha1}`, [`device ${sha1}`]],
    [`Device ID: ${sha1}`, [`device ${sha1}`]],
    [`file ${sha1}`, [`file ${sha1}`]],
    ['da637551227677560813_-961444813', ['alert da637551227677560813_-961444813']],
    [
      'edf0b2d1f6-1111'.slice(0, 2) + 'f0b2d1f6-1111-2222-3333-444455556666',
      ['alert edf0b2d1f6-1111-2222-3333-444455556666'],
    ],
    ['cve-2024-3094', ['vulnerability CVE-2024-3094']],
    [
      'Beacon from 203.0.113.7 to evil[.]example (CVE-2024-3094)',
      ['ip 203.0.113.7', 'domain evil.example', 'vulnerability CVE-2024-3094'],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    '1234',
    'INC0012345',
    'incident 1234abc',
    'incidents 12 march',
    '203.0.113.256',
    '203.0.113',
    '203.00.113.7',
    '２０３.0.113.7',
    'incident １２３４',
    'incident ١٢٣٤',
    `${md5}0`,
    'javascript:alert(1)',
    'javascript://evil.example/%0aalert(1)',
    'file:///etc/passwd',
    'invoice.docx cmd.exe',
    'https://security.microsoft.com/incidents',
    'CVE-2024',
    '12:30:45',
    'contoso',
    '',
  ])('says nothing in: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('is never more than its own line', () => {
    expect(parseIndicator('ip', '203.0.113.7\r\nHost: evil')).toBeUndefined();
    expect(parseIndicator('url', 'https://evil.example/\r\nx')).toBeUndefined();
    expect(parseIndicator('user', 'alice@evil.example\n')).toBeUndefined();
    expect(parseIndicator('incident', '1\n')).toBeUndefined();
    expect(parseIndicator('file', `${md5}\n`)).toBeUndefined();
  });

  it('is looked for in the beginning of a huge text, and a few are enough', () => {
    expect(readIndicators('a'.repeat(2_000_000)).indicators).toEqual([]);
    expect(readIndicators(`${'[.'.repeat(1_000_000)} ${md5}`).indicators).toEqual([]);
    expect(readIndicators('incident '.repeat(250_000)).indicators).toEqual([]);
    const many = Array.from({ length: 200 }, (_, at) => `203.0.113.${at}`).join(' ');
    expect(readIndicators(many).indicators).toHaveLength(20);
  });
});

describe('the page of an indicator', () => {
  it.each([
    [md5, `/file/${md5}/?tid=`],
    ['203.0.113.7', '/ip/203.0.113.7/overview?tid='],
    ['2001:db8::1', '/ip/2001%3Adb8%3A%3A1/overview?tid='],
    ['evil.example', '/domains/overview?urlDomain=evil.example&tid='],
    [
      'https://evil.example/?tid=x&y={tenantId}/x',
      '/url/overview?url=https%3A%2F%2Fevil.example%2F%3Ftid%3Dx%26y%3D%257BtenantId%257D%2Fx&tid=',
    ],
    ['alice@evil.example', '/user?upn=alice%40evil.example&tid='],
    ['incident 1234', '/incident2/1234/overview?tid='],
    ['da637551227677560813_-961444813', '/alerts/da637551227677560813_-961444813?tid='],
    ['CVE-2024-3094', '/vulnerabilities/vulnerability/CVE-2024-3094/recommendation?tid='],
  ])('of %s', (text, expected) => {
    expect(addressOf(text)).toBe(`https://security.microsoft.com${expected}${customer.tenantId}`);
  });

  it('of a device', () => {
    const device = parseIndicator('device', sha1);
    const address = device && indicatorAddress(device, customer, defaultSettings);
    expect(address).toMatchObject({
      value: `https://security.microsoft.com/machines/v2/${sha1}/overview?tid=${customer.tenantId}`,
    });
  });

  it('is in the customer’s own tenant on Defender’s host, whatever the value says', () => {
    const url = fc
      .tuple(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string())
      .map(([address, more]) => `${address}${more}&tid=11111111-2222-4333-8444-555555555555{tenantId}`);
    const texts = fc.oneof(url, fc.emailAddress(), fc.ipV6(), fc.ipV4(), fc.domain(), fc.string());
    fc.assert(
      fc.property(fc.constantFrom(...indicatorKinds), texts, (kind, text) => {
        const indicator = parseIndicator(kind, text);
        if (indicator === undefined) return;
        // The plain form is the form that main accepts.
        expect(parseIndicator(kind, indicator.value)).toEqual(indicator);
        const address = indicatorAddress(indicator, customer, defaultSettings);
        if (!address.ok) throw new Error(`${indicator.value}: ${address.error.kind}`);
        const opened = new URL(address.value);
        expect(opened.origin).toBe('https://security.microsoft.com');
        expect(opened.searchParams.getAll('tid')).toEqual([customer.tenantId]);
        expect(opened.hash).toBe('');
        expect(isOpenable(address.value, ['security.microsoft.com'])).toBe(true);
        for (const name of ['url', 'upn', 'urlDomain'])
          if (opened.searchParams.has(name)) expect(opened.searchParams.get(name)).toBe(indicator.value);
      }),
      { numRuns: 3_000 },
    );
  });
});
