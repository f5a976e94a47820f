import { describe, expect, it } from 'vitest';
import { redact } from '../../../../../src/main/system/log/redact.ts';

describe('a log line', () => {
  it.each([
    ['a JWT', 'got eyJhbGciOi.eyJzdWIi.c2ln today', 'got [token] today'],
    ['a bearer header', 'authorization: Bearer abc.def-ghi', 'authorization: Bearer [token]'],
    ['a code in an address', 'http://localhost:1/?code=0.AX&x=1', 'http://localhost:1/?code=[removed]&x=1'],
    ['a device code', 'device_code=0.AX user', 'device_code=[removed] user'],
    [
      'a code behind an escaped sign',
      '%3Fcode=0.AX \\u003fcode=0',
      '%3Fcode=[removed] \\u003fcode=[removed]',
    ],
    ['a state, in capitals', 'STATE: abc', 'STATE: [removed]'],
    ['a refresh token in JSON', '{"refresh_token":"1.Ab_c","n":1}', '{"refresh_token":"[removed]","n":1}'],
    ['a secret in JSON', '{"secret":"a b, c","n":1}', '{"secret":"[removed]","n":1}'],
    ['a client secret', 'client_secret=abc~D.e&x=1', 'client_secret=[removed]&x=1'],
    ['a secret in camel case', "clientSecret: 'a b'", "clientSecret: '[removed]'"],
    ['a signature', '?sv=2024&sig=aB%2Bc%3D&se=1', '?sv=2024&sig=[removed]&se=1'],
    ['a password', 'password: hunter2, or not', 'password: [removed] or not'],
    ['a password with escapes', '{"password":"a\\"b"}', '{"password":"[removed]"}'],
    ['JSON in JSON', '"{\\"secret\\":\\"abc\\"}"', '"{\\"secret\\":\\"[removed]\\"}"'],
    ['an encoded address', 'to=%3Fcode%3D0.AX%26x%3D1', 'to=%3Fcode%3D[removed]%26x%3D1'],
    ['an id token', 'id_token=abc&x', 'id_token=[removed]&x'],
    ['an assertion', 'client_assertion=abc', 'client_assertion=[removed]'],
    ['an API key', 'apiKey: abc api-key=def', 'apiKey: [removed] api-key=[removed]'],
    [
      'the key of a connection string',
      'AccountName=a;AccountKey=ab+c/d==',
      'AccountName=a;AccountKey=[removed]',
    ],
    ['basic credentials', 'Authorization: Basic dXNlcjpw', 'Authorization: [removed]'],
    ['cookies', 'Set-Cookie: ESTSAUTH=abc; path=/; Secure', 'Set-Cookie: [removed]'],
    ['cookies in JSON', '{"cookie":"a=b; c=d","n":1}', '{"cookie":"[removed]","n":1}'],
    ['a key in a header', 'x-functions-key: abc', 'x-functions-key: [removed]'],
    ['a proxy’s password', 'http://user:word@proxy.example:8080', 'http://[removed]@proxy.example:8080'],
    [
      'a password with an @ in it',
      'http://user:p@ss:w@proxy.example:8080/x',
      'http://[removed]@proxy.example:8080/x',
    ],
    ['a password without a user', 'https://:word@proxy.example', 'https://[removed]@proxy.example'],
    ['a token in the place of a user', 'https://ghp_abc123@git.example/x', 'https://[removed]@git.example/x'],
    ['an address in JSON', 'http:\\/\\/user:word@proxy.example', 'http:\\/\\/[removed]@proxy.example'],
    [
      'an address within an address',
      'u=http%3A%2F%2Fuser%3Aw%40rd%40proxy.example%2Fx',
      'u=http%3A%2F%2F[removed]%40proxy.example%2Fx',
    ],
    ['a session', 'session_id=abc; sessionId: def', 'session_id=[removed] sessionId: [removed]'],
    ['a password by a short name', 'pass=hunter2&jwt=abc', 'pass=[removed]&jwt=[removed]'],
    ['an encrypted JWT', 'eyJhbGciOi.a.b.c.d', '[token]'],
    ['a refresh token without a name', 'got 1.AXkAabcdefghijklmnopqrst.AgABAAEAAAD', 'got [token]'],
    ['a client secret without a name', 'abc8Q~abcdefghijklmnopqrstuvwxyz01234', '[removed]'],
  ])('never holds %s', (_name, line, expected) => {
    expect(redact(line)).toBe(expected);
  });

  it('is otherwise as it was', () => {
    const line =
      'opened Contoso in Microsoft Edge; encode=utf8 barcode=7 mapping: none config: 1 estate=x ' +
      'https://host:443/@team?to=a@b.example#c@d bypass=1 obsession id=2 file://C:/a@b //share/x@y';
    expect(redact(line)).toBe(line);
  });

  it('is read in steps that grow as its length does', () => {
    for (const piece of [
      '//',
      '//a@',
      '%2f%2f',
      '%2f%2fa%40',
      'password',
      '"secret":',
      '\\',
      'eyJ',
      '//a:',
      '-----BEGIN PRIVATE KEY-----',
      'x-',
    ])
      expect(redact(piece.repeat(20_000))).toBeDefined();
  });
});
