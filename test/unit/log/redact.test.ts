import { describe, expect, it } from 'vitest';
import { redact } from '../../../src/main/log/redact.ts';

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
  ])('never holds %s', (_name, line, expected) => {
    expect(redact(line)).toBe(expected);
  });

  it('is otherwise as it was', () => {
    const line = 'opened Contoso in Microsoft Edge; encode=utf8 barcode=7';
    expect(redact(line)).toBe(line);
  });
});
