import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProtocolRequest, ProtocolResponse } from 'electron';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AppFiles } from '../../../../../src/main/desktop/security/app-protocol.ts';
import { contentSecurityPolicy } from '../../../../../src/main/desktop/security/csp.ts';
import { itOnUnix } from '../../../../support/systems.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

const unixIt = itOnUnix({ because: 'an ordinary user of Windows may make no symbolic link' });

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder('app-files-');
  await mkdir(join(folder, 'pages', 'finder'), { recursive: true });
  await writeFile(join(folder, 'pages', 'finder', 'index.html'), '<p>finder</p>');
  await writeFile(join(folder, 'secret.html'), 'secret');
});
afterEach(() => removeFolder(folder));

function ask(path: string, method = 'GET'): ProtocolResponse {
  const answers: ProtocolResponse[] = [];
  const request = { method, url: `app://tidegate/${path}` } as ProtocolRequest;
  new AppFiles(join(folder, 'pages')).answer(request, (response) => answers.push(response));
  expect(answers).toHaveLength(1);
  return answers[0] ?? {};
}

it('a page is given with its type, the policy, and as nothing else than it is', () => {
  const { data, headers, statusCode } = ask('finder/index.html');
  expect(statusCode).toBeUndefined();
  expect(String(data as Buffer)).toBe('<p>finder</p>');
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
  });
});

unixIt('a folder that is reached by a link itself is served', async () => {
  await symlink(join(folder, 'pages'), join(folder, 'linked'));
  const answers: ProtocolResponse[] = [];
  const request = { method: 'GET', url: 'app://tidegate/finder/index.html' } as ProtocolRequest;
  new AppFiles(join(folder, 'linked')).answer(request, (response) => answers.push(response));
  expect(answers[0]?.statusCode).toBeUndefined();
});

it.each([
  ['a file that is not there', 'finder/other.html', 'GET'],
  ['a folder', 'finder', 'GET'],
  ['a way out', '..%2fsecret.html', 'GET'],
  ['another method', 'finder/index.html', 'POST'],
])('nothing is given for %s', (_name, path, method) => {
  expect(ask(path, method)).toMatchObject({ statusCode: 404, data: Buffer.alloc(0) });
});

it('a link inside the folder does not lead out of it', async () => {
  await symlink(join(folder, 'secret.html'), join(folder, 'pages', 'finder', 'link.html'));
  expect(ask('finder/link.html')).toMatchObject({ statusCode: 404, data: Buffer.alloc(0) });
});
