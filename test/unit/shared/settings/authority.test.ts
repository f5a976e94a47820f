import { expect, test } from 'vitest';
import { parseAuthority, parseClientId } from '#shared/settings/authority.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';

test.each([
  ['organizations', 'organizations'],
  [' Organizations ', 'organizations'],
  ['C0A1D5E2-7B34-4F18-9E6D-2F5A8B1C3D47', 'c0a1d5e2-7b34-4f18-9e6d-2f5a8b1c3d47'],
  ['Contoso.com', 'contoso.com'],
  ['contoso.onmicrosoft.com', 'contoso.onmicrosoft.com'],
])('%j can sign in', (text, authority) => {
  expect(parseAuthority(text)).toEqual(ok(authority));
});

test.each([
  '',
  'common',
  'consumers',
  'contoso',
  '9188040d-6c67-4c5b-b112-36a304b66dad',
  '../common',
  'contoso.com/common',
  'https://login.microsoftonline.com/organizations',
])('%j cannot', (text) => {
  expect(parseAuthority(text)).toEqual(err(problem('authority-invalid', { text })));
});

test('a client id is a GUID and nothing else', () => {
  const id = '11111111-2222-4333-8444-55555555abcd';
  expect(parseClientId(` ${id.toUpperCase()} `)).toEqual(ok(id));
  for (const text of ['', 'my app', id.slice(1), `${id}0`, `{${id}}`]) {
    expect(parseClientId(text)).toEqual(err(problem('client-id-invalid', { text })));
  }
});
