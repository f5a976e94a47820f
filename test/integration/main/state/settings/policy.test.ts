import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPolicyFile, readPreferences } from '../../../../../src/main/state/settings/policy.ts';
import { closedSettings } from '../../../../../src/main/state/settings/policy-values.ts';
import { problem } from '#shared/problems/problem.ts';
import { itOnUnix } from '../../../../support/systems.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

const unixIt = itOnUnix({ twin: 'browsers' });

let folder: string;
let path: string;
const me = process.getuid?.() ?? 0;
const none = { defaults: {}, locks: {}, problems: [] };

beforeEach(async () => {
  folder = await temporaryFolder('tidegate-policy-');
  path = join(folder, 'policy.json');
});
afterEach(async () => {
  await chmod(folder, 0o700);
  await removeFolder(folder);
});

async function write(content: unknown, mode = 0o644): Promise<void> {
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  await chmod(path, mode);
}

/** Nothing of it counts, everything that it could close is closed, and it is told. */
const closed = (reason: unknown, place = path) => ({
  defaults: {},
  locks: closedSettings,
  problems: [problem('policy-unreadable', { place, reason: reason as string })],
});

describe('an administrator’s policy file', () => {
  unixIt('gives defaults and locks', async () => {
    await write({
      defaults: { language: 'fr' },
      locks: { persistTokens: false, sharedList: '/srv/team.csv' },
    });
    expect(await readPolicyFile(path, me)).toEqual({
      defaults: { language: 'fr' },
      locks: { persistTokens: false, sharedList: '/srv/team.csv' },
      problems: [],
    });
  });

  unixIt('that is not there says nothing, nor does one whose folder is not there', async () => {
    expect(await readPolicyFile(path, me)).toEqual(none);
    expect(await readPolicyFile(join(folder, 'tidegate', 'policy.json'), me)).toEqual(none);
  });

  unixIt('counts only when its owner is the administrator', async () => {
    await write({ locks: { customAllowed: true } });
    expect(await readPolicyFile(path, me + 1)).toEqual(closed('policyReason.owner', folder));
  });

  unixIt.each([0o664, 0o646, 0o666])('that others can write to closes (%o)', async (mode) => {
    await write({ locks: { customAllowed: true } }, mode);
    expect(await readPolicyFile(path, me)).toEqual(closed('policyReason.writable'));
  });

  unixIt.each([0o770, 0o707])('in a folder where others could take it away closes (%o)', async (mode) => {
    await chmod(folder, mode);
    expect(await readPolicyFile(path, me)).toEqual(closed('policyReason.writable', folder));
  });

  unixIt('that is a link closes, also one that leads nowhere; so does a folder in its place', async () => {
    await write({ locks: {} });
    const link = join(folder, 'link.json');
    const loop = closed(expect.stringContaining('ELOOP'), link);
    await symlink(path, link);
    expect(await readPolicyFile(link, me)).toEqual(loop);
    await rm(path);
    expect(await readPolicyFile(link, me)).toEqual(loop);
    await mkdir(path);
    expect(await readPolicyFile(path, me)).toEqual(closed('policyReason.kind'));
    const linked = join(folder, 'linked');
    await mkdir(join(folder, 'real'));
    await symlink(join(folder, 'real'), linked);
    expect(await readPolicyFile(join(linked, 'policy.json'), me)).toEqual(
      closed('policyReason.kind', linked),
    );
  });

  it.skipIf(me === 0).each(['file', 'folder'])('whose %s nobody else may read closes', async (which) => {
    await write({ locks: {} });
    await chmod(which === 'file' ? path : folder, 0o000);
    expect(await readPolicyFile(path, me)).toEqual(closed(expect.stringContaining('EACCES')));
  });

  unixIt.each(['', 'nonsense', '[]', 'null', '7', '{"locks":[]}', '{"locks":"no"}', '{"defaults":null}'])(
    'that holds %j closes',
    async (text) => {
      await write(text);
      expect(await readPolicyFile(path, me)).toEqual(closed('policyReason.malformed'));
    },
  );

  unixIt(
    'is told each name and value that means nothing; a lock among them closes what it may have meant',
    async () => {
      const told = (setting: string) => problem('policy-name-unknown', { place: path, setting });
      const refused = (setting: string, value: string) =>
        problem('policy-value-refused', { place: path, setting, value });
      await write({
        defaults: { hotkey: 7, langauge: 'fr', syncMinutes: 30 },
        locks: { customAllowed: 'no', syncMinutes: -1, language: 'fr' },
      });
      expect(await readPolicyFile(path, me)).toEqual({
        defaults: { syncMinutes: 30 },
        locks: { language: 'fr', customAllowed: false },
        problems: [
          refused('customAllowed', '"no"'),
          refused('syncMinutes', '-1'),
          refused('hotkey', '7'),
          told('langauge'),
        ],
      });
      // What was misspelt could have been any lock; those that are spelt right hold.
      await write({ locks: { persistToken: false, customAllowed: true, Language: 'fr' } });
      expect(await readPolicyFile(path, me)).toEqual({
        defaults: {},
        locks: { ...closedSettings, customAllowed: true },
        problems: [told('persistToken'), told('Language')],
      });
      await write('{"lock":{"persistTokens":false},"__proto__":{"locks":{}}}');
      expect(await readPolicyFile(path, me)).toEqual({
        defaults: {},
        locks: closedSettings,
        problems: [told('lock'), told('__proto__')],
      });
    },
  );
});

describe('managed preferences', () => {
  const reads = (content: unknown) => readPreferences(path, me, async () => content);

  unixIt('that are not there say nothing', async () => {
    expect(await reads(undefined)).toEqual(none);
  });

  unixIt('lock what they name, recommend what stands under Recommended, and say who they are', async () => {
    await write('bplist00');
    const content = { persistTokens: false, Recommended: { hotkey: 'Command+Shift+K' }, PayloadUUID: 'x' };
    expect(await reads(content)).toEqual({
      locks: { persistTokens: false },
      defaults: { hotkey: 'Command+Shift+K' },
      problems: [],
    });
  });

  unixIt(
    'close when they cannot be told, when others can write to them, and when a name is misspelt',
    async () => {
      await write('bplist00');
      expect(await reads(undefined)).toEqual(closed('policyReason.malformed'));
      expect(await reads({ PersistTokens: false })).toMatchObject({
        locks: closedSettings,
        problems: [{ kind: 'policy-name-unknown' }],
      });
      await chmod(path, 0o666);
      expect(await reads({ persistTokens: false })).toEqual(closed('policyReason.writable'));
    },
  );
});
