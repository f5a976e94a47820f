import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readListFile } from '../../../src/main/commands/imports.ts';
import { AnnotationStore } from '../../../src/main/directory/annotations/annotation-store.ts';
import { Directory } from '../../../src/main/directory/directory.ts';
import { ObservationStore } from '../../../src/main/directory/observations.ts';
import { SharedList } from '../../../src/main/directory/shared-list/shared-list.ts';
import { sharedListFile } from '../../../src/main/directory/shared-list/shared-list-store.ts';
import { Sync } from '../../../src/main/directory/sync.ts';
import type { HttpAnswer, HttpRequest } from '../../../src/main/net/http-client.ts';
import { ok } from '../../../src/shared/result.ts';
import type { TenantId } from '../../../src/shared/tenant-id.ts';
import { aTenantId } from '../../unit/support/samples.ts';

const [contoso, impostor, fabrikam] = [aTenantId(), aTenantId(), aTenantId()];

let folder: string;
let place: string | null;
let directory: Directory;
let sharedList: SharedList;
let sync: Sync;
/** What the server was asked, and answers next. */
let asked: { readonly host: string; readonly request: HttpRequest }[];
let answer: HttpAnswer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shared-'));
  place = join(folder, 'team.csv');
  asked = [];
  await open();
});
afterEach(async () => {
  await directory.close();
  await rm(folder, { recursive: true });
});

/** A new process, as far as anything can tell. */
async function open(): Promise<void> {
  const now = () => new Date('2026-03-01T10:00:00Z');
  directory = new Directory(
    new ObservationStore(join(folder, 'observations')),
    new AnnotationStore(join(folder, 'annotations.json')),
    now,
  );
  await directory.load();
  sharedList = new SharedList({
    place: () => place,
    file: sharedListFile(join(folder, 'shared-list.json')),
    directory,
    lookup: { findAll: async () => new Map() },
    now,
    readFile: readListFile,
    clientFor: (host) => ({
      send: async (request) => {
        asked.push({ host, request });
        return ok(answer);
      },
    }),
  });
  expect(await sharedList.load()).toBeUndefined();
  sync = new Sync({ plan: async () => sharedList.plan(), directory, names: () => null, now });
}

async function listSays(...rows: readonly (readonly [TenantId, string, string?])[]): Promise<void> {
  const lines = rows.map(([tenantId, name, domain]) => `${tenantId};${name};${domain ?? ''}`);
  await writeFile(place ?? '', ['Tenant ID;Name;Default domain', ...lines].join('\r\n'));
  expect(await sync.run()).toMatchObject({ ok: true });
}

function names(): string[] {
  return [...directory.customers().values()].map(({ name, tenantId }) => `${name} ${tenantId}`).sort();
}

test('a known name or domain that moves to another tenant is held back until it is accepted', async () => {
  await listSays([contoso, 'Contoso', 'contoso.com']);
  await listSays([impostor, 'CONTOSO Ltd'], [fabrikam, 'Fabrikam', 'fabrikam.com']);
  expect(directory.find(impostor)).toBeUndefined();
  expect(directory.find(contoso)?.lastListed).toBeDefined();
  expect(sharedList.held).toEqual([
    { tenantId: impostor, name: 'CONTOSO Ltd', domains: [], known: [contoso] },
  ]);

  // A restart does not let it in, nor does another name with the same domain.
  await open();
  expect(sharedList.held).toHaveLength(1);
  await listSays([impostor, 'Something else', 'contoso.com'], [fabrikam, 'Fabrikam']);
  expect(directory.find(impostor)).toBeUndefined();

  expect(await sharedList.accept(impostor)).toMatchObject({ ok: true });
  expect(directory.find(impostor)?.name).toBe('Something else');
  expect(sharedList.held).toEqual([]);
  await listSays([impostor, 'Something else', 'contoso.com'], [fabrikam, 'Fabrikam']);
  expect(sharedList.held).toEqual([]);
  // Accepted under one name is not accepted under every name.
  await listSays([impostor, 'Fabrikam'], [fabrikam, 'Fabrikam']);
  expect(sharedList.held).toMatchObject([{ tenantId: impostor, known: [fabrikam] }]);
});

test('what the user wrote is a known name too, and who is refused stays out under any name', async () => {
  await listSays([contoso, 'Contoso']);
  await directory.annotate(contoso, { name: 'Big one', aliases: ['BO'] });
  await listSays([contoso, 'Contoso'], [impostor, 'Big One'], [fabrikam, 'bo']);
  expect(sharedList.held.map(({ tenantId }) => tenantId)).toEqual([impostor, fabrikam]);
  expect(await sharedList.refuse(impostor)).toMatchObject({ ok: true });
  expect(sharedList.held.map(({ tenantId }) => tenantId)).toEqual([fabrikam]);
  await open();
  await listSays([contoso, 'Contoso'], [impostor, 'Nobody knows me']);
  expect(directory.find(impostor)).toBeUndefined();
  expect(await sharedList.accept(impostor)).toMatchObject({ error: { kind: 'customer-unknown' } });
});

test.each([
  ['gone', () => rm(place ?? ''), 'shared-list-unreadable'],
  ['a web page', () => writeFile(place ?? '', '<html>Sign in to the proxy</html>'), 'list-empty'],
  ['empty', () => writeFile(place ?? '', ''), 'list-empty'],
])('a list that is %s leaves what was last read', async (_what, breakIt, kind) => {
  await listSays([contoso, 'Contoso']);
  const before = names();
  await breakIt();
  expect(await sync.run()).toMatchObject({ error: { kind } });
  expect(names()).toEqual(before);
  expect(directory.find(contoso)?.lastListed).toBeUndefined();
  await listSays([contoso, 'Contoso'], [fabrikam, 'Fabrikam']);
  expect(directory.customers().size).toBe(2);
});

test('an address is asked alone, without a token, and only for what is new', async () => {
  place = 'https://lists.example/team.csv';
  const body = `Tenant ID;Name\n${contoso};Société\n`;
  answer = { status: 200, headers: { etag: '"1"' }, body, bytes: Buffer.from(body, 'latin1') };
  expect(await sync.run()).toMatchObject({ ok: true });
  expect(directory.find(contoso)?.name).toBe('Société');
  answer = { status: 304, headers: {}, body: '' };
  await open();
  expect(await sync.run()).toMatchObject({ ok: true });
  expect(directory.find(contoso)).toMatchObject({ name: 'Société' });
  expect(directory.find(contoso)?.lastListed).toBeUndefined();
  expect(asked.map(({ host, request }) => [host, request.headers])).toEqual([
    ['lists.example', {}],
    ['lists.example', { 'if-none-match': '"1"' }],
  ]);
});

test('a place that is taken away takes nothing with it but what it held back', async () => {
  await listSays([contoso, 'Contoso']);
  await listSays([contoso, 'Contoso'], [impostor, 'Contoso']);
  expect(sharedList.held).toHaveLength(1);
  place = null;
  expect(sharedList.held).toEqual([]);
  expect(sharedList.plan()).toEqual([]);
});
