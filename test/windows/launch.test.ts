import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planLaunch } from '../../src/main/browsers/launch/plan-launch.ts';
import type { LaunchRequest } from '../../src/main/browsers/launch/launch-request.ts';
import { ProcessLauncher } from '../../src/main/browsers/launch/process-launcher.ts';
import { ok } from '#shared/problems/result.ts';
import { aBrowser, aRequest, profileOf } from '../unit/main/browsers/plans.ts';
import { readWritten } from './support/arguments.ts';
import { program, standIn } from './support/programs.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';

// The same as test/integration/main/browsers/launch.test.ts and shells.test.ts, with a program of Windows.

let folder: string;
let written: string;
beforeEach(async () => {
  folder = await temporaryFolder('Größe & Söhne ');
  written = join(folder, 'written');
});
afterEach(() => removeFolder(folder));

const planOf = (request: Partial<LaunchRequest>, executable = program('arguments')) =>
  planLaunch(aBrowser({ id: 'edge', brand: 'edge', executable }), aRequest(request), {
    platform: 'win32',
    home: folder,
    dataRoot: join(folder, 'Tidegate'),
    salt: 'salt',
    hosts: () => ['security.microsoft.com'],
  });

const launcher = (environment: NodeJS.ProcessEnv = {}) =>
  new ProcessLauncher({
    environment: { ...process.env, TIDEGATE_ARGUMENTS: written, ...environment },
    platform: 'win32',
    records: { get: () => undefined, put: () => Promise.resolve(ok(undefined)) },
    looks: { apply: () => Promise.resolve() },
    now: () => new Date(),
  });

async function launch(request: Partial<LaunchRequest>, environment?: NodeJS.ProcessEnv) {
  const plan = planOf(request);
  if (!plan.ok) throw new Error(plan.error.kind);
  const started = await launcher(environment).launch(plan.value);
  if (!started.ok) throw new Error(started.error.kind);
  return { plan: plan.value, settled: await started.value.settled, ...(await readWritten(written)) };
}

const names = [
  'Contoso',
  'Zoë "Quotes" & Söhne',
  'back\\slash\\',
  'ends in a quote"',
  '\\"',
  '\\\\" --no-sandbox "',
  '100% %PATH% ^caret^ !bang!',
  "' ; $(calc) `calc` | calc > C:\\x",
  '   spaces   ',
  'Ünï 山田商事 株式会社 🌊',
];

describe('a browser on Windows', () => {
  it('gets the planned arguments, in order and as they are, and an address last', async () => {
    const { args, plan } = await launch({
      url: 'https://security.microsoft.com/x?tid=1&a=%22b%22&c=%25PATH%25',
    });
    expect(args).toEqual(plan.args);
    expect(args[0]).toBe(`--user-data-dir=${join(folder, 'Tidegate', 'browsers', 'edge')}`);
    expect(args.at(-1)).toMatch(/^https:\/\/security\.microsoft\.com\/x\?tid=1/);
  });

  it('gets the user’s environment without what is ours', async () => {
    const { environment } = await launch(
      {},
      { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--inspect', Größe: 'ü' },
    );
    const own = environment.map((entry) => entry.split('=', 1)[0]);
    expect(own).not.toContain('ELECTRON_RUN_AS_NODE');
    expect(own).not.toContain('NODE_OPTIONS');
    expect(environment).toContain('Größe=ü');
  });

  it('is given a profile with its first file, however long the path', async () => {
    const { plan } = await launch({ name: 'Zoë "Quotes" & Söhne' });
    const [seed] = profileOf(plan).seeds;
    expect((await stat(seed?.path ?? '')).isFile()).toBe(true);
  });

  it('is told when it ends badly, with its code', async () => {
    const { settled } = await launch({}, { TIDEGATE_EXIT: '21' });
    expect(settled).toMatchObject({ ok: false, error: { kind: 'browser-exited', values: { code: '21' } } });
  });

  it('that is not there, or is no program, is said', async () => {
    const missing = planOf({}, 'C:\\nowhere\\msedge.exe');
    if (!missing.ok) throw new Error(missing.error.kind);
    expect(await launcher().launch(missing.value)).toMatchObject({ error: { kind: 'browser-missing' } });
  });
});

describe('a command of the user’s own on Windows', () => {
  it.each(names)('gives the program each value as one argument: %j', async (name) => {
    const url = 'https://security.microsoft.com/x?q=a;$(id)|b&tid=1#(c)!d';
    const { args } = await launch({
      level: 'custom',
      customCommand: `"${program('arguments')}" --n={name} --open={url} {tenantId} {name}`,
      url,
      name,
    });
    expect(args).toHaveLength(4);
    expect(args[0]?.startsWith('--n=')).toBe(true);
    expect(args[0]?.slice(4)).toContain(name.trim().replace(/^[-/\s]+/, ''));
    expect(args[1]).toBe('--open=https://security.microsoft.com/x?q=a%3B%24%28id%29%7Cb&tid=1#%28c%29%21d');
    expect(args[2]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    'C:\\Windows\\System32\\cmd.exe',
    'C:\\Windows\\System32\\CMD.EXE',
    'C:\\Tools\\open.bat',
    'C:\\Tools\\open.cmd',
  ])('starts no shell: %s', async (shell) => {
    const plan = planOf({ level: 'custom', customCommand: `${shell} {url}` });
    expect(plan).toMatchObject({ ok: false, error: { kind: 'shell-refused' } });
  });
});

describe('tidegate.cmd', () => {
  /** An installed stand-in with the command below it, and a folder where a real cmd.exe reads a script. */
  function aPlace(
    script: string,
    name = 'Programme (x86) & mehr',
  ): { readonly desk: string; readonly bin: string } {
    const place = join(folder, name);
    standIn(join(place, 'Tidegate.exe'));
    const [desk, bin] = [join(place, 'desk'), join(place, 'bin')];
    for (const each of [desk, bin]) mkdirSync(each, { recursive: true });
    copyFileSync(join(process.cwd(), 'assets', 'cli', 'tidegate.cmd'), join(bin, 'tidegate.cmd'));
    writeFileSync(join(desk, 'script.cmd'), `${script}\r\n`);
    return { desk, bin };
  }

  type Place = ReturnType<typeof aPlace>;

  const run = (line: string, environment: NodeJS.ProcessEnv = {}) =>
    start(aPlace(`@tidegate ${line}`), 'cmd.exe', ['/d', '/c', 'script.cmd'], environment);

  // The folder that the installer puts on the PATH is there: `tidegate` has to mean the command, not the program.
  const start = (
    { bin, desk }: Place,
    file: string,
    args: readonly string[],
    environment: NodeJS.ProcessEnv,
  ) =>
    spawnSync(file, args, {
      cwd: desk,
      env: {
        ...process.env,
        PATH: `${bin};${process.env['PATH'] ?? ''}`,
        TIDEGATE_ARGUMENTS: written,
        ...environment,
      },
      stdio: 'ignore',
    }).status;

  it.each([
    ['open contoso --json', ['open', 'contoso', '--json']],
    ['open "Fabrikam & Sons"', ['open', 'Fabrikam & Sons']],
    ['open "a^b" "c|d" "e>f" "g<h"', ['open', 'a^b', 'c|d', 'e>f', 'g<h']],
    ['open "Wow! Such! Ltd" x!y!', ['open', 'Wow! Such! Ltd', 'x!y!']],
    ['import "C:\\My Lists\\customers.csv"', ['import', 'C:\\My Lists\\customers.csv']],
    ['open "(brackets)" a=b;c', ['open', '(brackets)', 'a=b;c']],
    ['', []],
  ])('hands on %s', async (line, args) => {
    expect(run(line)).toBe(0);
    expect((await readWritten(written)).args).toEqual(args);
  });

  it.each([0, 1, 2, 7])('ends with the code %i of Tidegate', (code) => {
    expect(run('list', { TIDEGATE_EXIT: String(code) })).toBe(code);
  });

  // What stands between two of the signs is a variable's name there, and would be put in as its value.
  it('replaces nothing between exclamation marks where a prompt has that switched on', () => {
    const place = aPlace('@tidegate list', 'Tools !OS! 2');
    expect(start(place, 'cmd.exe', ['/d', '/v:on', '/c', 'script.cmd'], { TIDEGATE_EXIT: '7' })).toBe(7);
  });

  describe('in a console', () => {
    const inConsole = async (script: string) => {
      const screen = join(folder, 'screen');
      const command = 'cmd.exe /d /c script.cmd';
      const place = aPlace(script);
      const told = { TIDEGATE_SAY: 'Größe & Söhne\r\n', TIDEGATE_EXIT: '3' };
      expect(start(place, program('console'), [screen, command], told)).toBe(0);
      const lines = (await readFile(screen, 'utf8')).split('\n').filter((line) => line !== '');
      return { lines, answer: join(place.desk, 'answer.txt') };
    };

    it('has Tidegate’s answer there before it goes on, and its code', async () => {
      const { lines } = await inConsole('@cmd /d /c tidegate list\r\n@echo code %errorlevel%\r\n@exit /b 0');
      expect(lines).toEqual(['Größe & Söhne', 'code 3']);
    });

    it('has it in the file that it is sent to', async () => {
      const { lines, answer } = await inConsole(
        '@cmd /d /c tidegate list > answer.txt\r\n@echo code %errorlevel%\r\n@exit /b 0',
      );
      expect(lines).toEqual(['code 3']);
      expect(await readFile(answer, 'utf8')).toBe('Größe & Söhne\r\n');
    });
  });
});
