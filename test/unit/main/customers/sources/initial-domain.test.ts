import { expect, it } from 'vitest';
import { readInitialDomain } from '../../../../../src/main/customers/sources/service-management.ts';

const read = (...urls: readonly unknown[]) =>
  readInitialDomain({ value: urls.map((serviceManagementUrl) => ({ serviceManagementUrl })) }, 'h');
const teams = 'https://admin.teams.microsoft.com/?delegatedOrg=contoso.onmicrosoft.com';

it('takes the domain out of Microsoft’s documented answer', () => {
  const answer = {
    value: [
      { serviceManagementUrl: 'https://aad.portal.azure.com/contoso.onmicrosoft.com' },
      { serviceManagementUrl: 'https://lighthouse.microsoft.com' },
      {
        serviceManagementUrl:
          'https://businesscentral.dynamics.com/55beae45-27a6-4e7a-8c7c-2eae70816cfa/admin',
      },
      { serviceManagementUrl: teams, serviceName: 'Teams' },
    ],
  };
  expect(readInitialDomain(answer, 'h')).toEqual({ ok: true, value: 'contoso.onmicrosoft.com' });
});

it.each([
  ['another host', 'https://admin.teams.microsoft.com.evil.example/?delegatedOrg=contoso.onmicrosoft.com'],
  ['a host that is no portal', 'https://evil.example/?delegatedOrg=contoso.onmicrosoft.com'],
  [
    'a host behind an account name',
    'https://admin.teams.microsoft.com@evil.example/?delegatedOrg=contoso.onmicrosoft.com',
  ],
  ['a link without encryption', 'http://admin.teams.microsoft.com/?delegatedOrg=contoso.onmicrosoft.com'],
  ['a domain of the customer’s own', 'https://admin.teams.microsoft.com/?delegatedOrg=contoso.com'],
  ['a domain that only ends so', 'https://admin.teams.microsoft.com/?delegatedOrg=evil-onmicrosoft.com'],
  [
    'the domain of mail routing',
    'https://admin.teams.microsoft.com/?delegatedOrg=contoso.mail.onmicrosoft.com',
  ],
  ['no domain at all', 'https://admin.teams.microsoft.com/?delegatedOrg=<script>.onmicrosoft.com'],
  ['an empty one', 'https://admin.teams.microsoft.com/?delegatedOrg='],
  ['another place in the address', 'https://admin.teams.microsoft.com/contoso.onmicrosoft.com'],
  ['no text', 42],
])('takes nothing from %s', (_what, url) => {
  expect(read(url)).toEqual({ ok: true, value: null });
  expect(read(url, null, teams)).toEqual({ ok: true, value: 'contoso.onmicrosoft.com' });
});

it('takes nothing where the links name several, and one that is named twice once', () => {
  const other = teams.replace('contoso', 'fabrikam');
  expect(read(teams, other)).toEqual({ ok: true, value: null });
  expect(read(teams, teams.replace('contoso', 'CONTOSO'))).toEqual({
    ok: true,
    value: 'contoso.onmicrosoft.com',
  });
});

it.each([null, [], {}, { value: 'no list' }, 'text'])('%j is no answer', (answer) => {
  expect(readInitialDomain(answer, 'h')).toMatchObject({ error: { kind: 'answer-invalid' } });
});
