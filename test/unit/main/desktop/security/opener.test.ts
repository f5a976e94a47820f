import { expect, test } from 'vitest';
import { Opener } from '../../../../../src/main/desktop/security/opener.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';

const hosts = new Set(['login.microsoftonline.com']);

test('the sign-in page is opened as it is', async () => {
  const opened: string[] = [];
  const opener = new Opener(async (url) => void opened.push(url), hosts);
  const page = 'https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?state=a%20b&scope=x+y';
  expect(await opener.open(page)).toEqual(ok(undefined));
  expect(opened).toEqual([page]);
});

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'http://login.microsoftonline.com/',
  'https://elsewhere.example/https://login.microsoftonline.com/',
  'https://login.microsoftonline.com@elsewhere.example/',
  'https://user:pass@login.microsoftonline.com/',
  'https://login.microsoftonline.com:8443/',
  'https://login.microsoftonline.com.elsewhere.example/',
  'https://login.mіcrosoftonline.com/',
  'https://xn--login-microsoftonline.com/',
  'https:\\\\login.microsoftonline.com\\share',
  '\\\\server\\share',
  '//login.microsoftonline.com/',
  'https://login.microsoftonline.com/\t',
  'java\nscript:alert(1)',
  '--renderer-cmd-prefix=x https://login.microsoftonline.com/',
  '-https://login.microsoftonline.com/',
  '',
])('%j is not opened', async (address) => {
  const opener = new Opener(() => Promise.reject(new Error('opened')), hosts);
  expect(await opener.open(address)).toMatchObject({ error: { kind: 'address-refused' } });
});

test('what is refused is named without its query', async () => {
  const opener = new Opener(() => Promise.resolve(), hosts);
  const refused = problem('address-refused', { address: 'https://elsewhere.example/page' });
  expect(await opener.open('https://elsewhere.example/page?code=secret#state')).toEqual(err(refused));
});

test('a browser that does not open is told', async () => {
  const opener = new Opener(() => Promise.reject(new Error('no handler')), hosts);
  const told = problem('sign-in-page-unopened', { reason: 'no handler' });
  expect(await opener.open('https://login.microsoftonline.com/')).toEqual(err(told));
});
