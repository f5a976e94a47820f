import { expect, it } from 'vitest';
import { parseHttpsAddress } from '#shared/text/https-address.ts';

it.each([
  ['a blank', 'https://security.microsoft.com/a b'],
  ['a line end', 'https://security.microsoft.com/\n?tid=1'],
  ['a backslash', String.raw`https://security.microsoft.com\@evil.example/`],
  ['a sign that nobody sees', 'https://security.microsoft.com/?a=\u200b'],
  ['a change of direction', 'https://security.microsoft.com/?a=\u202e'],
  ['a control character', 'https://security.microsoft.com/\u0007'],
  ['a user', 'https://user@security.microsoft.com/'],
  ['a user that looks like the host', 'https://security.microsoft.com@evil.example/'],
  ['a password', 'https://user:secret@security.microsoft.com/'],
  ['another port', 'https://security.microsoft.com:444/'],
  ['another scheme', 'http://security.microsoft.com/'],
  ['slashes that are missing', 'https:security.microsoft.com/'],
  ['percent signs in the host', 'https://security%2emicrosoft.com/'],
  ['a letter of another script in the host', 'https://security.m\u0456crosoft.com/'],
  ['a full-width letter in the host', 'https://\uff53ecurity.microsoft.com/'],
])('an address with %s is none', (_what, text) => {
  expect(parseHttpsAddress(text)).toBeUndefined();
});

it.each(['https://security.microsoft.com', 'HTTPS://Security.Microsoft.com:443/?tid=1#x'])(
  '%s is one',
  (text) => {
    expect(parseHttpsAddress(text)?.hostname).toBe('security.microsoft.com');
  },
);
