import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { CommandLine } from '../../../../../src/main/entry/command-line/command-line.ts';
import { exitCodes } from '../../../../../src/main/entry/command-line/command-line.ts';
import { importInto } from '../../../../../src/main/entry/command-line/import-into.ts';
import { asInPlace, troubleFor } from '../../../../../src/main/entry/command-line/record-troubles.ts';
import {
  runCommandLine,
  type CommandLineOptions,
} from '../../../../../src/main/entry/command-line/run-command-line.ts';
import { translator } from '#shared/locales/messages.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/result.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { noUsage } from '#shared/status/usage.ts';

const damaged = (record: 'notes' | 'own-list' | 'settings' | 'profile-names' | 'usage') =>
  problem('storage-damaged', { record, file: `/data/${record}.json` });

/** Nothing runs; what is asked of the disk, or of an application that would be started, works. */
function aTerminal(troubles: readonly Problem[], running = false) {
  const done = ok({ kind: 'done' as const });
  const options = {
    t: translator('en'),
    platform: 'linux',
    folder: '/home/ana',
    troubles,
    readList: async () => ok(new Uint8Array()),
    askRunning: async () => (running ? ok(done) : undefined),
    startAndAsk: vi.fn(async () => ok(done)),
    answerFromDisk: vi.fn(async () => done),
    importHere: vi.fn(async () => ok(done)),
    context: () => ({ customers: new Map(), settings: defaultSettings, usage: noUsage }),
  };
  const run = (line: CommandLine) => runCommandLine(ok(line), true, options as unknown as CommandLineOptions);
  return { ...options, run };
}

const open = { command: 'open', customer: 'https://x.example/', json: true } as const;
const lines = {
  list: { command: 'list', json: true },
  pages: { command: 'pages', json: true },
  export: { command: 'export', file: 'good.json', format: 'json', json: true },
  import: { command: 'import', file: 'a.csv', dryRun: false, json: true },
  preview: { command: 'import', file: 'a.csv', dryRun: true, json: true },
  open: { ...open, dryRun: false },
  plan: { ...open, dryRun: true },
  sync: { command: 'sync', json: true },
} as const satisfies Record<string, CommandLine>;

describe('with a damaged record', () => {
  it.each([
    ['list', 'notes'],
    ['list', 'own-list'],
    ['export', 'own-list'],
    ['export', 'notes'],
    ['import', 'notes'],
    ['preview', 'own-list'],
    ['open', 'own-list'],
    ['open', 'settings'],
    ['plan', 'profile-names'],
    ['plan', 'notes'],
    ['pages', 'settings'],
  ] as const)('%s fails for what it needs of %s, and does nothing', async (name, record) => {
    const { run, startAndAsk, answerFromDisk, importHere } = aTerminal([damaged('usage'), damaged(record)]);
    const { code, output } = await run(lines[name]);
    expect(code).toBe(exitCodes.failed);
    expect(JSON.parse(output)).toMatchObject({
      ok: false,
      error: { kind: 'storage-damaged', next: expect.stringContaining(`/data/${record}.json`) as string },
    });
    for (const effect of [startAndAsk, answerFromDisk, importHere]) expect(effect).not.toHaveBeenCalled();
  });

  it.each([
    ['list', 'settings'],
    ['export', 'usage'],
    ['import', 'settings'],
    ['plan', 'usage'],
    ['sync', 'notes'],
  ] as const)('%s works without %s', async (name, record) => {
    expect((await aTerminal([damaged(record)]).run(lines[name])).code).toBe(exitCodes.done);
  });

  it('the Tidegate that runs answers for itself', async () => {
    const { run } = aTerminal([damaged('own-list'), damaged('settings')], true);
    for (const line of [lines.export, lines.import, lines.open, lines.plan])
      expect((await run(line)).code).toBe(exitCodes.done);
  });
});

it('tells of the real files, which stand where they stood', () => {
  const moved = (trouble: Problem) => asInPlace(trouble, '/tmp/copy', '/data');
  const file = '/tmp/copy/observations/list.json';
  expect(
    moved(problem('storage-corrupt', { record: 'own-list', file, setAside: `${file}.unreadable-1` })),
  ).toEqual(
    problem('storage-damaged', { record: 'own-list', file: join('/data', 'observations', 'list.json') }),
  );
  expect(moved(problem('storage-newer', { record: 'own-list', file, version: '7' }))).toEqual(
    problem('storage-newer', {
      record: 'own-list',
      file: join('/data', 'observations', 'list.json'),
      version: '7',
    }),
  );
  expect(moved(problem('storage-unreadable', { record: 'notes', path: '/tmp/copy/x', reason: 'r' }))).toEqual(
    problem('storage-unreadable', { record: 'notes', path: join('/data', 'x'), reason: 'r' }),
  );
});

it('the first trouble that matters is told', () => {
  const troubles = [damaged('usage'), damaged('notes'), damaged('own-list')];
  expect(troubleFor('export', troubles)).toEqual(damaged('notes'));
  expect(troubleFor('doctor', troubles)).toBeUndefined();
});

it('an import tells what was set aside as it opened the list, and imports nothing', async () => {
  const aside = problem('storage-corrupt', { record: 'notes', file: '/data/a', setAside: '/data/b' });
  const close = vi.fn(async () => undefined);
  const carryOut = vi.fn(async () => ok({ kind: 'done' as const }));
  expect(await importInto({ load: async () => [aside], close }, carryOut)).toMatchObject({
    ok: false,
    error: { problem: aside },
  });
  expect(carryOut).not.toHaveBeenCalled();
  expect(await importInto({ load: async () => [], close }, carryOut)).toEqual(ok({ kind: 'done' }));
  expect(close).toHaveBeenCalledTimes(2);
});
