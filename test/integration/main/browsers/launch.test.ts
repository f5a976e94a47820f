import { chmod, mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import type { Brand } from '../../../../src/main/browsers/browser.ts';
import type { Launched } from '../../../../src/main/browsers/launch/browser-launcher.ts';
import { browserEnvironment } from '../../../../src/main/browsers/launch/environment.ts';
import { LaunchQueue } from '../../../../src/main/browsers/launch/launch-queue.ts';
import type { LaunchPlan } from '../../../../src/main/browsers/launch/launch-plan.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/result.ts';
import { profileOf, seedOf } from '../../../unit/main/browsers/plans.ts';
import {
  launcherIn,
  planFor,
  readStarts,
  stays,
  browsersFolder,
  writeStub,
  type Start,
} from './stub-browser.ts';
import { itOnUnix } from '../../../support/systems.ts';

const unixIt = itOnUnix({ twin: 'launch' });

const environment = {
  ...process.env,
  ELECTRON_RUN_AS_NODE: '1',
  NODE_OPTIONS: '--no-such-option',
  CHROME_DESKTOP: 'tidegate.desktop',
  XDG_CURRENT_DESKTOP: 'Unity',
  ORIGINAL_XDG_CURRENT_DESKTOP: 'GNOME',
  TIDEGATE_TEST_UMLAUT: 'Zoé "x" $HOME',
};

/** Launches, and sees to it that what it started is not there after the test. */
async function launch(plan: LaunchPlan, folder: string): Promise<Result<Launched, Problem>> {
  const result = await launcherIn(folder, environment).launcher.launch(plan);
  if (result.ok) endAfterTest(result.value);
  return result;
}

function endAfterTest({ pid, settled }: Launched): void {
  onTestFinished(async () => {
    const outcome = await settled;
    if (outcome.ok && outcome.value === 'running') process.kill(pid, 'SIGKILL');
  });
}

function started(result: Result<Launched, Problem> | undefined): Launched {
  if (!result?.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

async function onlyStart(folder: string): Promise<Start> {
  await expect.poll(() => readStarts(folder)).toHaveLength(1);
  const [start] = await readStarts(folder);
  if (!start) throw new Error('not started');
  return start;
}

describe('starting a browser', () => {
  unixIt('gives it the planned arguments and environment, and nothing else', async () => {
    const folder = await browsersFolder();
    const plan = planFor(folder, await writeStub(folder, stays));
    const { pid, settled } = started(await launch(plan, folder));
    const start = await onlyStart(folder);
    expect(start.pid).toBe(pid);
    expect(start.args).toEqual(plan.args);
    // macOS adds one of its own to every process.
    const { __CF_USER_TEXT_ENCODING: _added, ...env } = start.env;
    const { __CF_USER_TEXT_ENCODING: _own, ...planned } = browserEnvironment(environment);
    expect(env).toEqual(planned);
    expect(start.cwd).toBe(parse(folder).root);
    expect(await settled).toEqual({ ok: true, value: 'running' });
  });

  unixIt(
    'makes it the leader of a process group of its own, so that it outlives this application',
    async () => {
      const folder = await browsersFolder();
      const { pid } = started(await launch(planFor(folder, await writeStub(folder, stays)), folder));
      expect(process.kill(-pid, 0)).toBe(true);
    },
  );

  unixIt('takes an end with code 0 for handing over to the running browser', async () => {
    const folder = await browsersFolder();
    const { settled } = started(
      await launch(planFor(folder, await writeStub(folder, 'process.exit(0)')), folder),
    );
    expect(await settled).toEqual({ ok: true, value: 'handed-over' });
  });

  unixIt.each([
    ['code 21', 'process.exit(21)', '21'],
    ['signal SIGSEGV', 'process.kill(process.pid, "SIGSEGV"); setInterval(() => {}, 1000);', 'SIGSEGV'],
  ])('reports an end with %s, after saying that it started', async (_what, ending, code) => {
    const folder = await browsersFolder();
    const { settled } = started(await launch(planFor(folder, await writeStub(folder, ending)), folder));
    expect(await settled).toEqual({
      ok: false,
      error: { kind: 'browser-exited', values: { browser: 'Stub', code } },
    });
  });

  unixIt.each<[string, (path: string) => Promise<unknown>, string]>([
    ['is not there', () => Promise.resolve(), 'browser-missing'],
    ['lies below a file', (path) => writeFile(join(path, '..'), ''), 'browser-missing'],
    ['may not be executed', (path) => makeFile(path, '#!/bin/sh\n', 0o644), 'browser-not-started'],
    ['is a folder', (path) => mkdir(path, { recursive: true }), 'browser-not-started'],
    [
      'has an interpreter that is not there',
      (path) => makeFile(path, '#!/no/such\n', 0o755),
      'browser-missing',
    ],
  ])('says why when the executable %s', async (_what, arrange, kind) => {
    const folder = await browsersFolder();
    const executable = join(folder, 'bin', 'browser');
    await arrange(executable);
    expect(await launch(planFor(folder, executable), folder)).toMatchObject({
      ok: false,
      error: { kind, values: { browser: 'Stub', path: executable } },
    });
  });
});

describe('preparing a customer’s profile', () => {
  unixIt('writes its preferences before the browser starts, for this user only', async () => {
    const folder = await browsersFolder();
    const plan = planFor(folder, await writeStub(folder, 'process.exit(0)'), 1, 'Zoé "&" Söhne');
    await started(await launch(plan, folder)).settled;
    expect(await readFile(seedOf(plan).path, 'utf8')).toBe(seedOf(plan).content);
    expect((await stat(seedOf(plan).path)).mode & 0o777).toBe(0o600);
    expect((await stat(profileOf(plan).place.profileFolder)).mode & 0o777).toBe(0o700);
    expect((await stat(profileOf(plan).place.dataFolder)).mode & 0o777).toBe(0o700);
  });

  unixIt('never touches preferences that are there', async () => {
    const folder = await browsersFolder();
    const plan = planFor(folder, await writeStub(folder, 'process.exit(0)'));
    await mkdir(profileOf(plan).place.profileFolder, { recursive: true });
    await writeFile(seedOf(plan).path, 'the browser’s own');
    const before = await stat(seedOf(plan).path);
    await started(await launch(plan, folder)).settled;
    expect(await readFile(seedOf(plan).path, 'utf8')).toBe('the browser’s own');
    expect((await stat(seedOf(plan).path)).ino).toBe(before.ino);
  });

  unixIt.each(['browser', 'browsers'] as const)(
    'starts nothing through a link in the place of the %s’ folder',
    async (which) => {
      const folder = await browsersFolder();
      const plan = planFor(folder, await writeStub(folder, 'process.exit(0)'));
      const { dataFolder } = profileOf(plan).place;
      const linked = which === 'browser' ? dataFolder : dirname(dataFolder);
      const refused = { ok: false, error: { kind: 'profile-unwritable', values: { path: linked } } };
      await mkdir(join(folder, 'elsewhere'));
      await mkdir(dirname(linked), { recursive: true });
      await symlink(join(folder, 'elsewhere'), linked);
      expect(await launch(plan, folder)).toMatchObject(refused);
      expect(await readdir(join(folder, 'elsewhere'))).toEqual([]);
      // Nor when the profile behind the link is whole.
      await rm(linked);
      expect(await launch(plan, folder)).toMatchObject({ ok: true });
      await rm(join(folder, 'elsewhere'), { recursive: true });
      await rename(linked, join(folder, 'elsewhere'));
      await symlink(join(folder, 'elsewhere'), linked);
      expect(await launch(plan, folder)).toMatchObject(refused);
    },
  );

  unixIt('makes one profile of many launches at once, and leaves no file aside', async () => {
    const folder = await browsersFolder();
    const plan = planFor(folder, await writeStub(folder, 'process.exit(0)'));
    const launcher = launcherIn(folder, environment).launcher;
    const results = await Promise.all(Array.from({ length: 8 }, () => launcher.launch(plan)));
    for (const result of results) expect((await started(result).settled).ok).toBe(true);
    expect(await readdir(profileOf(plan).place.dataFolder)).toHaveLength(1);
    expect(await readdir(profileOf(plan).place.profileFolder)).toEqual(['Preferences']);
    expect(await readStarts(folder)).toHaveLength(8);
  });

  unixIt.each<[string, (plan: LaunchPlan, folder: string) => Promise<unknown>]>([
    ['a file lies where the data folder should be', (_plan, folder) => writeFile(join(folder, 'data'), '')],
    [
      'a file lies where the profile should be',
      async (plan) => {
        await mkdir(profileOf(plan).place.dataFolder, { recursive: true });
        await writeFile(profileOf(plan).place.profileFolder, '');
      },
    ],
    [
      'the profile is a link that leads elsewhere',
      async (plan, folder) => {
        await mkdir(profileOf(plan).place.dataFolder, { recursive: true });
        await mkdir(join(folder, 'elsewhere'));
        await symlink(join(folder, 'elsewhere'), profileOf(plan).place.profileFolder);
      },
    ],
    [
      'the data folder may only be read',
      async (plan) => {
        const { dataFolder } = profileOf(plan).place;
        await mkdir(dataFolder, { recursive: true });
        await chmod(dataFolder, 0o500);
        onTestFinished(() => chmod(dataFolder, 0o700));
      },
    ],
  ])('starts nothing when %s', async (_what, arrange) => {
    const folder = await browsersFolder();
    const plan = planFor(folder, await writeStub(folder, 'process.exit(0)'));
    await arrange(plan, folder);
    expect(await launch(plan, folder)).toMatchObject({
      ok: false,
      error: { kind: 'profile-unwritable', values: { path: profileOf(plan).place.profileFolder } },
    });
    expect(await readStarts(folder)).toEqual([]);
  });
});

describe('a browser older than the one that used the data folder last', () => {
  unixIt.each<[Brand, string, string]>([
    ['chromium', 'Last Version', '156.0.7100.12'],
    ['firefox', 'compatibility.ini', '[Compatibility]\nLastVersion=156.0_20260901/20260901\n'],
  ])('is not started: %s', async (brand, file, content) => {
    const folder = await browsersFolder();
    const plan = planFor(folder, await writeStub(folder, 'process.exit(0)'), 1, 'Contoso', { brand });
    const { dataFolder } = profileOf(plan).place;
    await mkdir(dataFolder, { recursive: true });
    await writeFile(join(dataFolder, file), content);
    const of = (version: string): LaunchPlan => ({ ...plan, browser: { ...plan.browser, version } });
    expect(await launch(of('155.9.1.1'), folder)).toMatchObject({
      ok: false,
      error: { kind: 'browser-too-old', values: { browser: 'Stub', version: '155.9.1.1' } },
    });
    expect(await readStarts(folder)).toEqual([]);
    // The same first number is no older version, and an unknown one is for the browser itself to judge.
    expect(await launch(of('156.0.1.1'), folder)).toMatchObject({ ok: true });
    expect(await launch(plan, folder)).toMatchObject({ ok: true });
  });
});

describe('twenty customers opened at once', () => {
  unixIt('start in order, each in a profile of its own, and the first failure stops none', async () => {
    const folder = await browsersFolder();
    const stub = await writeStub(folder, 'process.exit(0)');
    const queue = new LaunchQueue(launcherIn(folder, environment).launcher);
    const plans = Array.from({ length: 20 }, (_, index) =>
      planFor(folder, index === 3 ? join(folder, 'gone') : stub, index + 1),
    );
    const results = await Promise.all(plans.map((plan) => queue.launch(plan)));
    expect(results.map((result) => result.ok)).toEqual(plans.map((_, index) => index !== 3));
    await started(results[19]).settled;
    const starts = await readStarts(folder);
    const pids = results.flatMap((result) => (result.ok ? [result.value.pid] : []));
    const profileOf = new Map(starts.map((start) => [start.pid, start.args[1]]));
    expect(pids.map((pid) => profileOf.get(pid))).toEqual(
      plans.filter((_, index) => index !== 3).map((plan) => plan.args[1]),
    );
    expect(new Set(profileOf.values()).size).toBe(19);
  });
});

async function makeFile(path: string, content: string, mode: number): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  await chmod(path, mode);
}
