import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { changeSettings } from '../../../../../src/main/commands/change-settings.ts';
import { closedSettings } from '../../../../../src/main/state/settings/policy-values.ts';
import { SettingsService, type Policy } from '../../../../../src/main/state/settings/settings-service.ts';
import { problem } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';
import { Desk } from '../../../support/desk.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

const run = promisify(execFile);
const policy: Policy = { defaults: {}, locks: { persistTokens: false }, problems: [] };

describe.skipIf(process.platform !== 'linux')('an administrator’s file at its real place', () => {
  let place: string;
  let script: string;
  beforeAll(async () => {
    place = await temporaryFolder('tidegate-policy-');
    await build({
      configFile: false,
      logLevel: 'warn',
      ssr: { noExternal: true },
      build: {
        ssr: join(import.meta.dirname, 'policy-reader.ts'),
        outDir: join(place, 'script'),
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: 'reader.mjs' } },
      },
    });
    script = join(place, 'script', 'reader.mjs');
    await writeFile(
      join(place, 'policy.json'),
      JSON.stringify({ defaults: policy.defaults, locks: policy.locks }),
    );
  });
  afterAll(() => removeFolder(place));

  /**
   * Runs the reader on a machine with an /etc of its own: this user is root of a name space in which one is mounted.
   * Who else may write there is up to `mode`.
   */
  async function readOn(mode: string, folderMode = '755'): Promise<unknown> {
    const machine = `mount -t tmpfs etc /etc && mkdir -m ${folderMode} /etc/tidegate &&
      install -m ${mode} "$1" /etc/tidegate/policy.json && exec "$2" "$3"`;
    const args = ['--user', '--map-root-user', '--mount', 'sh', '-c', machine, 'sh'];
    const { stdout } = await run('unshare', [...args, join(place, 'policy.json'), process.execPath, script]);
    return JSON.parse(stdout);
  }

  it('counts when root owns it and nobody else can write to it', async () => {
    expect(await readOn('644')).toEqual(policy);
  });

  it.each([
    ['666', '755', '/etc/tidegate/policy.json'],
    ['644', '777', '/etc/tidegate'],
  ])('closes what it could lock when others can write there (%s in %s)', async (mode, folderMode, place) => {
    expect(await readOn(mode, folderMode)).toEqual({
      defaults: {},
      locks: closedSettings,
      problems: [problem('policy-unreadable', { place, reason: 'policyReason.writable' })],
    });
  });
});

it('a sign-in that may not be kept is not, whatever the user’s file says or the user asks for', async () => {
  const desk = await Desk.open();
  try {
    // From a day when it was allowed.
    await desk.signedIn(desk.identity());
    expect(await desk.files()).toEqual(['tokens.bin']);

    const written: unknown[] = [];
    const file = {
      path: '/settings.json',
      read: () => ({ persistTokens: true }),
      write: (values: unknown) => void written.push(values),
    };
    const settings = new SettingsService(file, policy);
    const free = {
      use: () => undefined,
      replace: () => true,
      whyRefused: (hotkey: string) => problem('hotkey-taken', { hotkey }),
      status: { active: null, refused: null, instead: null },
    };
    const change = changeSettings(settings, { hotkey: free, clipboardHotkey: free }, 'linux');
    expect(change({ persistTokens: true })).toEqual(
      err(problem('setting-locked', { setting: 'persistTokens' })),
    );
    expect(settings.current.persistTokens).toBe(false);
    expect(written).toEqual([]);

    const { persistTokens } = settings.current;
    const identity = desk.identity({ persistTokens });
    expect(await identity.accounts()).toEqual([]);
    expect(await desk.files()).toEqual([]);
    await desk.signedIn(identity);
    expect(await identity.kept()).toBe(false);
    expect(await desk.files()).toEqual([]);
    expect(desk.troubles).toEqual([]);
  } finally {
    await desk.close();
  }
});
