import { appendFile, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { Journal, type JournalLine } from '../../../../../src/main/state/journal/journal.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { aTenantId } from '../../../../unit/support/samples.ts';
import { itOnUnix } from '../../../../support/systems.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

const unixIt = itOnUnix({
  because: 'Windows has no modes, and an ordinary user may make no symbolic link there',
});

async function aPath(): Promise<string> {
  const folder = await temporaryFolder('tidegate journal ');
  onTestFinished(() => removeFolder(folder));
  return join(folder, 'deeper', 'journal.jsonl');
}

function lineOf(tenantId: TenantId, customer: string): JournalLine {
  const url = `https://security.microsoft.com/?tid=${tenantId}`;
  const rest = { page: 'defender', browser: 'chromium', level: 'profile', profile: null } as const;
  return { at: '2026-01-01T00:00:00.000Z', tenantId, customer, url, ...rest, outcome: 'started' };
}

const never = (error: unknown): never => {
  throw error;
};

const customersIn = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as JournalLine).customer);

it('has a line in the file by the time the call ends, so that no later launch can come before it', async () => {
  const path = await aPath();
  const journal = new Journal(path);
  journal.append(lineOf(aTenantId(), 'first'), never);
  expect(customersIn(readFileSync(path, 'utf8'))).toEqual(['first']);
});

it('closes a line that a crash cut off, so that it spoils no other', async () => {
  const path = await aPath();
  new Journal(path).append(lineOf(aTenantId(), 'first'), never);
  await appendFile(path, '{"at":"2026-');
  new Journal(path).append(lineOf(aTenantId(), 'second'), never);
  const [first, cutOff, second, end] = (await readFile(path, 'utf8')).split('\n');
  expect([...customersIn(first ?? ''), cutOff, ...customersIn(second ?? ''), end]).toEqual([
    'first',
    '{"at":"2026-',
    'second',
    '',
  ]);
});

it('loses no line that comes while a customer is being taken out', async () => {
  const path = await aPath();
  const journal = new Journal(path);
  const [going, staying] = [aTenantId(), aTenantId()];
  journal.append(lineOf(going, 'going'), never);
  journal.append(lineOf(staying, 'before'), never);
  const forgotten = [journal.forget(going), journal.forget(aTenantId())];
  journal.append(lineOf(staying, 'meanwhile'), never);
  await journal.flush();
  expect(await Promise.all(forgotten)).toEqual([
    { ok: true, value: undefined },
    { ok: true, value: undefined },
  ]);
  expect(customersIn(await readFile(path, 'utf8'))).toEqual(['before', 'meanwhile']);
});

it('tells why a line could not be written, and writes the next one', async () => {
  const path = await aPath();
  await appendFile(join(path, '..', '..', 'deeper'), '');
  const journal = new Journal(path);
  const failures: unknown[] = [];
  journal.append(lineOf(aTenantId(), 'lost'), (error) => failures.push(error));
  expect(failures).toHaveLength(1);
  await rm(join(path, '..'));
  journal.append(lineOf(aTenantId(), 'kept'), never);
  expect(customersIn(await readFile(path, 'utf8'))).toEqual(['kept']);
});

it('keeps no hunting query, whoever writes the line', async () => {
  const path = await aPath();
  const line = lineOf(aTenantId(), 'first');
  new Journal(path).append({ ...line, url: `${line.url}&query=needle#/x?query=needle` }, never);
  const text = await readFile(path, 'utf8');
  expect(text).not.toContain('needle');
  expect(text).toContain(`${line.url}&query=...`);
});

unixIt('is this user’s alone, also when a line was taken out', async () => {
  const before = process.umask(0);
  onTestFinished(() => void process.umask(before));
  const path = await aPath();
  const journal = new Journal(path);
  const [one, other] = [aTenantId(), aTenantId()];
  journal.append(lineOf(one, 'first'), never);
  const mode = async (of: string) => (await stat(of)).mode & 0o777;
  expect(await mode(path)).toBe(0o600);
  expect(await mode(dirname(path))).toBe(0o700);
  journal.append(lineOf(other, 'second'), never);
  expect(await journal.forget(one)).toMatchObject({ ok: true });
  expect(await mode(path)).toBe(0o600);
});

unixIt('is not written through a link', async () => {
  const path = await aPath();
  await mkdir(dirname(path));
  await writeFile(join(dirname(path), 'theirs'), 'theirs');
  await symlink(join(dirname(path), 'theirs'), path);
  const failures: unknown[] = [];
  new Journal(path).append(lineOf(aTenantId(), 'first'), (error) => failures.push(error));
  expect(failures).toHaveLength(1);
  expect(await readFile(join(dirname(path), 'theirs'), 'utf8')).toBe('theirs');
});
