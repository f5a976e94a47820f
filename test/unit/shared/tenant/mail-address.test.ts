import { expect, it } from 'vitest';
import { withoutMailbox } from '../../../../src/shared/tenant/mail-address.ts';

it.each([
  ['alice@contoso.com', 'contoso.com'],
  ['mailto:alice@contoso.com?subject=Alert%20closed', 'contoso.com'],
  ['MAILTO:alice.smith+soc@mail.contoso.co.uk', 'mail.contoso.co.uk'],
  ['Alice Smith <alice@contoso.com>', 'contoso.com'],
  ['"Smith, Alice" <mailto:alice@contoso.com>;', 'contoso.com'],
])('%s is at %s', (text, domain) => {
  expect(withoutMailbox(text)).toBe(domain);
});

it.each([
  'contoso.com',
  'alice@contoso',
  'https://alice@contoso.com',
  'alice@contoso.com, bob@fabrikam.com',
  '@',
])('%s stays as it is', (text) => {
  expect(withoutMailbox(text)).toBe(text);
});
