import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  argumentsOf,
  readSecondStart,
  readStart,
  runtimeSwitches,
} from '../../../../src/main/entry/start.ts';
import { enter } from '../../../../src/main/entry/ways-in.ts';
import type { Command } from '#shared/commands/command.ts';
import type { WayIn } from '../../../../src/main/commands/entries.ts';
import { mayAsk } from '../../../../src/main/commands/entries.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/result.ts';
import { parseCommand } from '../../../../src/main/desktop/ipc/command-schema.ts';
import { aTenantId } from '../../support/samples.ts';

const tenantId = aTenantId();
const link = `tidegate://open?tenant=${tenantId}`;

describe('a start', () => {
  it('at login is hidden: that option alone, and nothing beside it', () => {
    expect(readStart(['--hidden'])).toEqual({ kind: 'hidden' });
    expect(readStart(['--ozone-platform=x11', '--hidden'])).toEqual({ kind: 'hidden' });
    expect(readStart(['--hidden', link]).kind).toBe('command-line');
    expect(readSecondStart({ args: ['--hidden'] })).toEqual({ kind: 'hidden' });
  });

  it('at login shows no finder where Tidegate runs already', async () => {
    const asked: Command[] = [];
    const ask = async (command: Command) => {
      asked.push(command);
      return ok({ kind: 'done' } as const);
    };
    await enter({ kind: 'hidden' }, { settings: () => ({ portalHosts: [] }), ask, refuse: () => undefined });
    expect(asked).toEqual([]);
  });

  it('leaves Chromium its switches, and its own arguments to Electron', () => {
    expect(argumentsOf(['electron', '-r', '/loader.js', '/app', 'list'], resolve('/app'))).toEqual(['list']);
    expect(argumentsOf(['tidegate', 'list'], undefined)).toEqual(['list']);
    expect(runtimeSwitches(['--ozone-platform=x11', '-psn_0_1', 'open', '--json'])).toEqual([
      '--ozone-platform=x11',
      '-psn_0_1',
    ]);
  });

  it.each([
    [[], 'plain'],
    [['--disable-gpu'], 'plain'],
    [[link], 'link'],
    [['--disable-gpu', 'https://security.microsoft.com/'], 'link'],
    [['http://security.microsoft.com/'], 'link'],
    [['--version'], 'command-line'],
    [['open', 'contoso'], 'command-line'],
    [['/etc/passwd'], 'command-line'],
    [['javascript:alert(1)'], 'command-line'],
    [['--dry-run'], 'command-line'],
    [['--nonsense'], 'plain'],
    [['--'], 'plain'],
    [['--', link], 'link'],
  ])('with %j is %s', (args, kind) => {
    expect(readStart(args).kind).toBe(kind);
  });

  it.each<[readonly string[], object]>([
    [['--dry-run', 'import', 'x.csv'], { command: 'import', file: 'x.csv', dryRun: true }],
    [['--dry-run', 'open', 'contoso'], { command: 'open', customer: 'contoso', dryRun: true }],
    [['--json', 'list'], { command: 'list', json: true }],
    [['--disable-gpu', '--yes', '--json', 'wipe'], { command: 'wipe', yes: true, json: true }],
    [
      ['--ozone-platform=headless', '--page', 'incidents', 'open', 'contoso', '--browser=edge'],
      { command: 'open', page: 'incidents', browser: 'edge' },
    ],
    [['--', 'open', '--dry-run'], { command: 'open', customer: '--dry-run', dryRun: false }],
  ])('means by %j what it means with its options behind the command', (args, line) => {
    expect(readStart(args)).toMatchObject({ kind: 'command-line', line: { ok: true, value: line } });
  });

  it.each<[string, readonly string[]]>([
    ['option-unknown', ['--nonsense', 'list']],
    ['option-unknown', ['--dryrun', 'import', 'x.csv']],
    ['option-unknown', ['-n', 'open', 'contoso']],
    ['option-unknown', ['--json', '--dryrun', 'import', 'x.csv']],
    ['option-unknown', ['--dry-run', 'list']],
    ['option-unknown', ['--dry-run=yes', 'import', 'x.csv']],
    ['option-unknown', ['--disable-gpu', '--yess', 'wipe']],
    ['option-unknown', ['--no-sandbox', 'wipe']],
    ['command-missing', ['--json']],
    ['command-missing', ['--page', 'open']],
    ['command-unknown', ['--dry-run', 'https://security.microsoft.com/']],
    ['command-unknown', ['--', '--dry-run', 'import', 'x.csv']],
  ])('is void with %s: %j', (kind, args) => {
    expect(readStart(args)).toMatchObject({
      kind: 'command-line',
      line: { ok: false, error: { kind } },
      json: args.includes('--json'),
    });
  });

  it('opens no link behind an option that nobody reads', () => {
    expect(readStart(['--dryrun', link])).toMatchObject({ link: { error: { kind: 'option-unknown' } } });
    expect(readStart(['-psn_0_1', '--lang=fr', link])).toEqual({ kind: 'link', link: ok(link) });
  });

  it('takes nothing behind a link', () => {
    expect(readStart([link, '--gpu-launcher=sh'])).toMatchObject({
      link: { error: { kind: 'argument-extra' } },
    });
    expect(readStart([link, link])).toMatchObject({ link: { ok: false } });
  });

  it.each([
    [undefined],
    [null],
    ['open'],
    [{}],
    [{ args: link }],
    [{ args: [1] }],
    [{ args: Array.from({ length: 65 }, () => link) }],
    [{ args: ['x'.repeat(10_001)] }],
  ])('that sends along %j is a plain second start', (data) => {
    expect(readSecondStart(data)).toEqual({ kind: 'plain' });
  });

  it('again with a link is that link', () => {
    expect(readSecondStart({ args: [link] })).toEqual({ kind: 'link', link: ok(link) });
  });
});

describe('what a start asks of the Tidegate that runs', () => {
  async function askedBy(args: readonly string[]) {
    const asked: [Command, WayIn][] = [];
    const refused: Problem[] = [];
    await enter(readStart(args), {
      settings: () => ({ portalHosts: [] }),
      ask: async (command, wayIn) => {
        asked.push([command, wayIn]);
        return ok({ kind: 'done' });
      },
      refuse: (problem) => refused.push(problem),
    });
    return { asked, refused: refused.map(({ kind }) => kind) };
  }

  it('is the finder, a customer, or nothing', async () => {
    expect(await askedBy([])).toEqual({ asked: [[{ kind: 'toggleFinder' }, 'second-start']], refused: [] });
    expect(await askedBy([link])).toEqual({
      asked: [[{ kind: 'open', tenantId, page: 'defender' }, 'link']],
      refused: [],
    });
    const portal = `https://security.microsoft.com/?tid=${tenantId}`;
    expect(await askedBy([portal])).toEqual({
      asked: [[{ kind: 'openLink', text: portal }, 'link']],
      refused: [],
    });
    expect(await askedBy(['tidegate://wipe'])).toEqual({ asked: [], refused: ['link-malformed'] });
    expect(await askedBy([link, '--x'])).toEqual({ asked: [], refused: ['argument-extra'] });
    // Its own process answers it.
    expect(await askedBy(['wipe', '--yes'])).toEqual({ asked: [], refused: [] });
  });
});

describe('the new ways in', () => {
  it.each<[WayIn, Command['kind'], boolean]>([
    ['link', 'open', true],
    ['link', 'openLink', true],
    ['link', 'toggleFinder', false],
    ['link', 'openClipboard', false],
    ['link', 'wipe', false],
    ['clipboard-hotkey', 'openClipboard', true],
    ['clipboard-hotkey', 'toggleFinder', false],
    ['hotkey', 'openClipboard', false],
    ['tray', 'openClipboard', true],
    ['finder', 'openClipboard', false],
    ['command-line', 'wipe', true],
    ['command-line', 'changeSettings', false],
    ['command-line', 'signIn', false],
    ['command-line', 'quit', false],
  ])('%s may ask %s: %s', (wayIn, kind, expected) => {
    expect(mayAsk(wayIn, kind)).toBe(expected);
  });

  it.each([
    { kind: 'wipe', confirmed: true },
    { kind: 'exportCustomers', format: 'csv', file: '/etc/passwd' },
    { kind: 'open', tenantId, page: 'defender', how: { browser: 'x', executable: '/bin/sh' } },
  ])('give no window what only they may say: %j', (command) => {
    expect(parseCommand(command)).toBeUndefined();
  });
});
