import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AnnotationStore } from '../../../../../src/main/customers/annotations/annotation-store.ts';
import { Directory } from '../../../../../src/main/customers/store/directory.ts';
import { ObservationStore } from '../../../../../src/main/customers/store/observations.ts';
import { FollowSharedList } from '../../../../../src/main/customers/shared-list/follow-shared-list.ts';
import { SharedList } from '../../../../../src/main/customers/shared-list/shared-list.ts';
import { sharedListFile } from '../../../../../src/main/customers/shared-list/shared-list-store.ts';
import { Sync } from '../../../../../src/main/customers/sync/sync.ts';
import { Files } from '../../../../../src/main/system/files/files.ts';
import type { HttpAnswer, HttpRequest } from '../../../../../src/main/system/net/http-client.ts';
import type { ListEncoding } from '#shared/imports/list-encoding.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { aTenantId } from '../../../../unit/support/samples.ts';
import { hungReader, readerHere } from '../../../support/readers.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

const [contoso, impostor, fabrikam] = [aTenantId(), aTenantId(), aTenantId()];

let folder: string;
let place: string | null;
let directory: Directory;
let sharedList: SharedList;
let sync: Sync;
/** What the server was asked, and answers next. */
let asked: { readonly host: string; readonly request: HttpRequest }[];
let answer: HttpAnswer;
/** Reads the list's file. */
let readFile: Files['read'];
/** A place that never answers. */
let gone: string | undefined;
/** What looking up a domain tells, and which were. */
let tenantOf: (domain: string) => Result<TenantId, Problem>;
let lookedUp: string[];
/** How the user says that the list's letters are written. */
let encoding: ListEncoding | null;

beforeEach(async () => {
  folder = await temporaryFolder('shared-');
  place = join(folder, 'team.csv');
  asked = [];
  readFile = readReally;
  gone = undefined;
  lookedUp = [];
  encoding = null;
  tenantOf = (domain) => err(problem('domain-unknown', { domain }));
  await open();
});
afterEach(async () => {
  await directory.close();
  await removeFolder(folder);
});

const files = new Files((task, hear) => (task.file === gone ? hungReader : readerHere)(task, hear));
const readReally: Files['read'] = (file, options) => files.read(file, options);

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
    encoding: () => encoding,
    file: sharedListFile(join(folder, 'shared-list.json')),
    directory,
    lookup: {
      findAll: async (domains) => {
        const asked = [...domains];
        lookedUp.push(...asked);
        return new Map(asked.map((domain) => [domain, tenantOf(domain)]));
      },
    },
    now,
    files: { read: (file, options) => readFile(file, options) },
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
  ['a web page', () => writeFile(place ?? '', '<html>Sign in to the proxy</html>'), 'list-web-page'],
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

/** Follows the place that is in force now; gives what changes it. */
function following() {
  const follow = new FollowSharedList({ directory, sync, list: sharedList, watch: () => () => undefined });
  follow.start(place);
  return (to: string | null) => {
    place = to;
    return follow.follow(to);
  };
}

test('a place that is corrected while the wrong one is read is read at once, and leaves nothing of the wrong one', async () => {
  const correct = following();
  const [wrong, right] = [place ?? '', join(folder, 'right.csv')];
  await listSays([contoso, 'Contoso']);
  await writeFile(wrong, `Tenant ID;Name\n${impostor};Wrong\n`);
  await writeFile(right, `Tenant ID;Name\n${fabrikam};Fabrikam\n`);
  // A share that is gone: it never answers.
  const reads: string[] = [];
  gone = wrong;
  readFile = (file, options) => {
    reads.push(file);
    return readReally(file, options);
  };
  const run = sync.run();
  await expect.poll(() => reads).toEqual([wrong]);
  await correct(right);
  expect(await run).toMatchObject({ error: { kind: 'cancelled' } });
  expect(names()).toEqual([`Fabrikam ${fabrikam}`]);
  expect(sync.status).toMatchObject({ running: false, problem: null });
  await open();
  await sync.run();
  expect(names()).toEqual([`Fabrikam ${fabrikam}`]);
});

test('a reading that is overtaken by another place keeps nothing, though nobody has called it off yet', async () => {
  await listSays([contoso, 'Contoso']);
  const old = place ?? '';
  await writeFile(old, `Tenant ID;Name\n${impostor};Wrong\n`);
  readFile = (file, options) => {
    place = join(folder, 'other.csv');
    return readReally(file, options);
  };
  expect(await sync.run()).toMatchObject({ error: { kind: 'cancelled' } });
  expect(names()).toEqual([`Contoso ${contoso}`]);
  expect(directory.find(contoso)?.lastListed).toBeUndefined();
  place = old;
  readFile = readReally;
  expect(await sync.run()).toMatchObject({ ok: true });
  expect(directory.find(impostor)?.name).toBe('Wrong');
});

test('what a place held back is told to be no question any more once there is none', async () => {
  const correct = following();
  await listSays([contoso, 'Contoso']);
  await listSays([contoso, 'Contoso'], [impostor, 'Contoso']);
  const told: number[] = [];
  sharedList.onChange(({ held }) => told.push(held.length));
  await correct(null);
  expect(told).toEqual([0]);
  expect(names()).toEqual([]);
});

const unreachable = { host: 'login.microsoftonline.com' };

test.each<[string, Problem]>([
  ['offline', problem('offline', unreachable)],
  ['throttled', problem('throttled', { ...unreachable, until: '2026-03-01T10:05:00Z' })],
  ['a proxy that refuses', problem('proxy-refused', { ...unreachable, code: '407' })],
  ['a server at fault', problem('server-fault', { ...unreachable, status: '500' })],
  ['the page of a guest network', problem('page-instead', unreachable)],
  ['a gateway that refuses', problem('access-refused', { ...unreachable, code: '403' })],
  ['called off', problem('cancelled', {})],
])(
  'rows whose domains cannot be looked up (%s) are missing for no longer than that lasts',
  async (_what, trouble) => {
    const tenants = new Map([
      ['contoso.com', contoso],
      ['fabrikam.com', fabrikam],
    ]);
    const found = (domain: string) => {
      const tenantId = tenants.get(domain);
      return tenantId === undefined ? err(problem('domain-unknown', { domain })) : ok(tenantId);
    };
    // The first time nothing is known.
    await writeFile(place ?? '', 'contoso.com\n');
    tenantOf = () => err(trouble);
    expect(await sync.run()).toEqual(err(trouble));
    tenantOf = found;
    expect(await sync.run()).toMatchObject({ ok: true });
    expect([...directory.customers().keys()]).toEqual([contoso]);

    // Later there is a record, and one of two is found.
    await writeFile(place ?? '', 'contoso.com\nfabrikam.com\n');
    tenantOf = (domain) => (domain === 'contoso.com' ? err(trouble) : found(domain));
    expect(await sync.run()).toEqual(err(trouble));
    expect(directory.customers().size).toBe(1);
    expect(directory.find(contoso)?.lastListed).toBeUndefined();
    tenantOf = found;
    lookedUp = [];
    expect(await sync.run()).toMatchObject({ ok: true });
    expect([...directory.customers().keys()].sort()).toEqual([contoso, fabrikam].sort());
    expect(directory.find(contoso)?.lastListed).toBeUndefined();
    // It goes on where it was interrupted.
    expect(lookedUp).toEqual(['contoso.com']);
  },
);

test('rows that are no customers are told, also after a restart, and harm no other', async () => {
  await writeFile(place ?? '', `Tenant ID;Name\n${contoso};Contoso\nnobody.example;No one\n1234;Number\n`);
  expect(await sync.run()).toMatchObject({ ok: true });
  expect(names()).toEqual([`Contoso ${contoso}`]);
  const leftOut = { kind: 'shared-list-left-out', values: { count: '2', line: '3' } };
  expect(sharedList.leftOut).toMatchObject(leftOut);
  await open();
  expect(sharedList.leftOut).toMatchObject(leftOut);
  expect(await sync.run()).toMatchObject({ ok: true });
  expect(sharedList.leftOut).toMatchObject(leftOut);
  await listSays([contoso, 'Contoso']);
  expect(sharedList.leftOut).toBeNull();
});

test('who is refused while the list is read stays out', async () => {
  await listSays([contoso, 'Contoso']);
  await listSays([contoso, 'Contoso'], [impostor, 'Contoso']);
  await writeFile(place ?? '', `Tenant ID;Name\n${contoso};Contoso\n${impostor};Nobody knows me\n`);
  readFile = async (file, options) => {
    const bytes = await readReally(file, options);
    expect(await sharedList.refuse(impostor)).toMatchObject({ ok: true });
    return bytes;
  };
  expect(await sync.run()).toMatchObject({ ok: true });
  expect(names()).toEqual([`Contoso ${contoso}`]);
  readFile = readReally;
  await open();
  await listSays([contoso, 'Contoso'], [impostor, 'Nobody at all']);
  expect(directory.find(impostor)).toBeUndefined();
});

test('a list that has not changed is held against what is known once', async () => {
  await listSays([contoso, 'Contoso'], [fabrikam, 'Fabrikam']);
  const looked = vi.spyOn(directory, 'annotations');
  expect(await sync.run()).toMatchObject({ ok: true });
  expect(looked).toHaveBeenCalledTimes(1);
});

test('a row that is accepted while a newer list is read is the one that was shown', async () => {
  await listSays([contoso, 'Contoso'], [fabrikam, 'Fabrikam']);
  await listSays([contoso, 'Contoso'], [fabrikam, 'Fabrikam'], [impostor, 'Contoso']);
  await writeFile(
    place ?? '',
    `Tenant ID;Name\n${contoso};Contoso\n${fabrikam};Fabrikam\n${impostor};Fabrikam\n`,
  );
  // When the newer one has been read and not yet sifted.
  const annotations = vi.spyOn(directory, 'annotations').mockImplementationOnce(() => {
    void sharedList.accept(impostor);
    annotations.mockRestore();
    return directory.annotations();
  });
  expect(await sync.run()).toMatchObject({ ok: true });
  expect(sharedList.held).toMatchObject([{ tenantId: impostor, name: 'Fabrikam', known: [fabrikam] }]);
  expect(directory.find(impostor)?.name).toBe('Contoso');
});

test.each([
  ['says that it is a page', { 'content-type': 'text/html' }, `Tenant ID;Name\n${impostor};Someone\n`],
  [
    'is a page whatever the server says',
    { 'content-type': 'text/csv' },
    `<HTML>\n${impostor}\nfabrikam.com\n</HTML>`,
  ],
  ['is a workbook', {}, 'PK\x03\x04[Content_Types].xml xl/workbook.xml'],
])('an answer over https that %s leaves the list as it was', async (_what, headers, body) => {
  place = 'https://lists.example/team.csv';
  const good = `Tenant ID;Name\n${contoso};Contoso\n`;
  answer = { status: 200, headers: { 'content-type': 'text/csv' }, body: good, bytes: Buffer.from(good) };
  expect(await sync.run()).toMatchObject({ ok: true });
  answer = { status: 200, headers, body, bytes: Buffer.from(body) };
  expect(await sync.run()).toMatchObject({ ok: false });
  expect(names()).toEqual([`Contoso ${contoso}`]);
  expect(directory.find(contoso)?.lastListed).toBeUndefined();
  expect(lookedUp).toEqual([]);
});

test('letters that were guessed are told, and the list is read again when they are chosen', async () => {
  const latin = `Tenant ID;Name\n${contoso};Zak\xb3ad\n`;
  await writeFile(place ?? '', Buffer.from(latin, 'latin1'));
  expect(await sync.run()).toMatchObject({ ok: true });
  expect(directory.find(contoso)?.name).toBe('Zak³ad');
  const guess = { kind: 'list-encoding-guessed', values: { encoding: 'encoding.windows-1252' } };
  expect(sharedList.told).toEqual([guess]);
  await open();
  expect(sharedList.told).toEqual([guess]);
  const follow = new FollowSharedList({ directory, sync, list: sharedList, watch: () => () => undefined });
  follow.start(place);
  encoding = 'windows-1250';
  await follow.follow(place, encoding);
  expect(directory.find(contoso)?.name).toBe('Zakład');
  expect(sharedList.told).toEqual([]);
});

test('of two tenants that a list gives one name or domain, who is not known by it waits for the user', async () => {
  await listSays([contoso, 'Contoso', 'contoso.com'], [impostor, 'CONTOSO ltd'], [fabrikam, 'Fabrikam']);
  expect(names()).toEqual([`Fabrikam ${fabrikam}`]);
  expect(sharedList.held).toMatchObject([
    { tenantId: contoso, known: [impostor] },
    { tenantId: impostor, known: [contoso] },
  ]);
  expect(await sharedList.accept(contoso)).toMatchObject({ ok: true });
  expect(sharedList.held).toMatchObject([{ tenantId: impostor, known: [contoso] }]);
  expect(directory.find(contoso)?.name).toBe('Contoso');
});
