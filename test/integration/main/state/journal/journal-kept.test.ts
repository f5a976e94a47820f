import { appendFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readJournalLine } from '#shared/journal/journal-entry.ts';
import type { JournalPart } from '#shared/journal/journal-part.ts';
import { Journal, type JournalLine } from '../../../../../src/main/state/journal/journal.ts';
import { Retention } from '../../../../../src/main/state/journal/retention.ts';
import { Wipe } from '../../../../../src/main/state/wipe/wipe.ts';
import { readSalt } from '../../../../../src/main/browsers/profiles/salt.ts';
import { pathsIn } from '../../../../../src/main/state/paths.ts';
import { JournalReader } from '../../../../../src/renderer/settings/journal/journal-reader.ts';
import { aTenantId } from '../../../../unit/support/samples.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

const day = 86_400_000;
const now = Date.parse('2026-11-28T12:00:00Z');

async function aFolder(): Promise<string> {
  const folder = await temporaryFolder('tidegate journal ');
  onTestFinished(() => removeFolder(folder));
  return folder;
}
const aPath = async () => join(await aFolder(), 'journal.jsonl');

const lineOf = (customer: string, at = now, part: Partial<JournalLine> = {}): JournalLine => ({
  at: new Date(at).toISOString(),
  tenantId: aTenantId(),
  customer,
  page: 'defender',
  url: 'https://security.microsoft.com/',
  browser: 'chromium',
  level: 'profile',
  profile: null,
  outcome: 'started',
  ...part,
});
const never = (error: unknown): never => {
  throw error;
};
const customersIn = async (path: string) =>
  (await readFile(path, 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const entry = readJournalLine(line);
      return entry?.kind === 'opened' ? entry.customer : (entry?.kind ?? line);
    });
const part = async (journal: Journal, from: number): Promise<JournalPart> => {
  const read = await journal.read(from);
  if (!read.ok) throw new Error(read.error.kind);
  return read.value;
};

describe('old lines', () => {
  it('go, with those of their age that cannot be read, and nothing else does', async () => {
    const path = await aPath();
    const journal = new Journal(path);
    journal.append(lineOf('old', now - 91 * day), never);
    journal.endShift(new Date(now - 91 * day), never);
    await appendFile(path, '{"cut off and old\n');
    journal.append(lineOf('young', now - 89 * day), never);
    await appendFile(path, '{"cut off and young\n');
    journal.append(lineOf('today'), never);
    expect(await journal.forgetBefore(now - 90 * day)).toMatchObject({ ok: true });
    expect(await customersIn(path)).toEqual(['young', '{"cut off and young', 'today']);
  });

  it('that are not there leave the file as it is', async () => {
    const path = await aPath();
    const journal = new Journal(path);
    journal.append(lineOf('today'), never);
    await appendFile(path, '{"cut off');
    const before = await stat(path);
    expect(await journal.forgetBefore(now - 90 * day)).toMatchObject({ ok: true });
    expect(await stat(path)).toMatchObject({ ino: before.ino, size: before.size });
    expect((await part(journal, 0)).version).toBe((await part(journal, 0)).version);
    expect(await new Journal(join(await aFolder(), 'none')).forgetBefore(now)).toMatchObject({ ok: true });
  });

  it('go while customers are opened: no new line is lost', async () => {
    const path = await aPath();
    const journal = new Journal(path);
    journal.append(lineOf('old', now - 91 * day), never);
    const forgotten = journal.forgetBefore(now - 90 * day);
    journal.append(lineOf('meanwhile'), never);
    await forgotten;
    expect(await customersIn(path)).toEqual(['meanwhile']);
  });

  it('go from a file of many parts, whose lines are all judged whole', async () => {
    const path = await aPath();
    // Letters of three bytes lie across the ends of parts.
    const lines = Array.from({ length: 5_000 }, (_, at) =>
      JSON.stringify(lineOf(`客户${at}`, now - (at % 2 === 0 ? 91 : 1) * day)),
    );
    await writeFile(path, lines.join('\n'));
    expect(await new Journal(path).forgetBefore(now - 90 * day)).toMatchObject({ ok: true });
    expect(await customersIn(path)).toEqual(Array.from({ length: 2_500 }, (_, at) => `客户${at * 2 + 1}`));
  });

  it('stay, and it is told, where the file cannot be replaced', async () => {
    const path = await aPath();
    const journal = new Journal(path);
    journal.append(lineOf('old', now - 91 * day), never);
    await rm(`${path}.tmp`, { force: true });
    // A folder stands where the new file would be made.
    await mkdir(join(`${path}.tmp`, 'in the way'), { recursive: true });
    expect(await journal.forgetBefore(now)).toMatchObject({
      error: { kind: 'storage-unwritable', values: { record: 'journal' } },
    });
    expect(await customersIn(path)).toEqual(['old']);
  });
});

describe('a clock that is ahead', () => {
  const prune = async (journal: Journal, at: number, days = 90): Promise<void> => {
    const retention = new Retention({
      journal,
      days: () => days,
      now: () => at,
      tell: (problem) => expect(problem).toBeUndefined(),
    });
    await retention.start();
    retention.stop();
  };
  const year = 365 * day;

  it.each([100 * day, year, 50 * year])('by %d ms takes nothing out', async (ahead) => {
    const path = await aPath();
    const journal = new Journal(path);
    for (const age of [120, 89, 30, 1]) journal.append(lineOf(`${age}`, now - age * day), never);
    await appendFile(path, '{"cut off\n');
    await prune(journal, now + ahead);
    expect(await customersIn(path)).toEqual(['89', '30', '1', '{"cut off']);
    await prune(journal, now);
    expect(await customersIn(path)).toEqual(['89', '30', '1', '{"cut off']);
  });

  it('and then right again: what was noted meanwhile makes no line older', async () => {
    const path = await aPath();
    const journal = new Journal(path);
    for (const age of [91, 30, -365]) journal.append(lineOf(`${age}`, now - age * day), never);
    await prune(journal, now);
    expect(await customersIn(path)).toEqual(['30', '-365']);
    // Ahead once more, after a line that was noted at the right time.
    journal.append(lineOf('today'), never);
    await prune(journal, now + year);
    expect(await customersIn(path)).toEqual(['30', '-365', 'today']);
  });

  it('is none after a long leave: old lines go once there is a new one', async () => {
    const path = await aPath();
    const journal = new Journal(path);
    journal.append(lineOf('old', now - 100 * day), never);
    await prune(journal, now);
    expect(await customersIn(path)).toEqual(['old']);
    journal.append(lineOf('today'), never);
    await prune(journal, now + day);
    expect(await customersIn(path)).toEqual(['today']);
  });

  it('is believed where the journal is turned off, which gets no new lines', async () => {
    const path = await aPath();
    new Journal(path).append(lineOf('old', now - 91 * day), never);
    await prune(new Journal(path, () => false), now);
    expect(await customersIn(path)).toEqual([]);
  });

  it('takes nothing out of a file of many parts', async () => {
    const path = await aPath();
    const lines = Array.from({ length: 2_000 }, (_, at) =>
      JSON.stringify(lineOf(`客户${at}`, now - (2_000 - at) * 60_000)),
    );
    await writeFile(path, `${lines.join('\n')}\n`);
    await prune(new Journal(path), now + year);
    expect(await customersIn(path)).toHaveLength(2_000);
  });
});

describe('turned off', () => {
  it('nothing is noted from that moment on, not even a line that waits', async () => {
    const path = await aPath();
    let isOn = true;
    const journal = new Journal(path, () => isOn);
    journal.append(lineOf('before'), never);
    const rewriting = journal.forget(aTenantId());
    journal.append(lineOf('waiting'), never);
    isOn = false;
    await rewriting;
    journal.append(lineOf('after'), never);
    journal.endShift(new Date(now), never);
    await journal.flush();
    expect(await customersIn(path)).toEqual(['before']);
  });
});

describe('deleted', () => {
  it('it begins anew with the next line', async () => {
    const path = await aPath();
    const journal = new Journal(path);
    journal.append(lineOf('before'), never);
    expect(await journal.clear()).toMatchObject({ ok: true });
    await expect(readFile(path)).rejects.toThrow('ENOENT');
    journal.append(lineOf('after'), never);
    expect(await customersIn(path)).toEqual(['after']);
  });

  it('it goes with all data of Tidegate, also what was being replaced', async () => {
    const root = await aFolder();
    const paths = pathsIn(root);
    await readSalt(paths.installation);
    await writeFile(paths.journal, JSON.stringify(lineOf('x')));
    await writeFile(`${paths.journal}.tmp`, JSON.stringify(lineOf('x')));
    const wipe = new Wipe(root);
    expect(wipe.ask()).toMatchObject({ ok: true });
    wipe.atEnd();
    await expect(readFile(paths.journal)).rejects.toThrow('ENOENT');
    await expect(readFile(`${paths.journal}.tmp`)).rejects.toThrow('ENOENT');
  });
});

it('the page of a customer’s own link is noted without its address', async () => {
  const path = await aPath();
  const line = lineOf('x', now, { page: 'link:https://wiki.example/needle?q=needle' });
  new Journal(path).append(line, never);
  const text = await readFile(path, 'utf8');
  expect(text).not.toContain('needle');
  expect(JSON.parse(text)).toMatchObject({ page: 'link', destination: 'link' });
});

describe('read part by part', () => {
  it('a long journal comes whole, in parts that are never long, and what is added later is read on', async () => {
    const path = await aPath();
    const lines = Array.from({ length: 20_000 }, (_, at) => JSON.stringify(lineOf(`客户${at}`)));
    await writeFile(path, `${lines.join('\n')}\n{"cut off`);
    const journal = new Journal(path);
    const parts: number[] = [];
    const reader = new JournalReader(async (from) => {
      const read = await journal.read(from);
      if (read.ok) parts.push(read.value.text.length);
      return read;
    });
    const first = await reader.readOn();
    expect(first).toMatchObject({ broken: 1, problem: null });
    expect(first.entries.map((each) => (each.kind === 'opened' ? each.customer : ''))).toEqual(
      lines.map((_, at) => `客户${at}`),
    );
    expect(parts.length).toBeGreaterThan(10);
    expect(Math.max(...parts)).toBeLessThanOrEqual(128 * 1024);

    journal.append(lineOf('new'), never);
    const looked = parts.length;
    const second = await reader.readOn();
    expect(second.entries.at(-1)).toMatchObject({ customer: 'new' });
    expect(second).toMatchObject({ broken: 1 });
    expect(parts.length).toBe(looked + 1);
  });

  it('a file that was replaced is read from its beginning', async () => {
    const path = await aPath();
    const journal = new Journal(path);
    journal.append(lineOf('old', now - 91 * day), never);
    journal.append(lineOf('young'), never);
    const reader = new JournalReader((from) => journal.read(from));
    expect((await reader.readOn()).entries).toHaveLength(2);
    await journal.forgetBefore(now - 90 * day);
    expect((await reader.readOn()).entries).toMatchObject([{ customer: 'young' }]);
    await journal.clear();
    expect((await reader.readOn()).entries).toEqual([]);
    journal.append(lineOf('next'), never);
    expect((await reader.readOn()).entries).toMatchObject([{ customer: 'next' }]);
  });

  it('a file without any end of a line is broken, and comes to an end', async () => {
    const path = await aPath();
    await writeFile(path, 'x'.repeat(1_000_000));
    const journal = new Journal(path);
    const read = await new JournalReader((from) => journal.read(from)).readOn();
    expect(read).toMatchObject({ entries: [], problem: null });
    expect(read.broken).toBeGreaterThan(0);
  });

  it('what cannot be read is told', async () => {
    const journal = new Journal(await aFolder());
    const read = await new JournalReader((from) => journal.read(from)).readOn();
    expect(read.problem).toMatchObject({ kind: 'storage-unreadable', values: { record: 'journal' } });
  });
});
