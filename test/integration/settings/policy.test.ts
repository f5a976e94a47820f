import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPolicyFile } from '../../../src/main/settings/policy.ts';

let folder: string;
let path: string;
const me = process.getuid?.() ?? 0;
const none = { defaults: {}, locks: {} };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tidegate-policy-'));
  path = join(folder, 'policy.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(content: unknown, mode = 0o644): Promise<void> {
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  await chmod(path, mode);
}

describe('an administrator’s policy file', () => {
  it('gives defaults and locks, value by value', async () => {
    await write({ defaults: { language: 'fr', hotkey: 7 }, locks: { persistTokens: false, extra: 1 } });
    expect(await readPolicyFile(path, me)).toEqual({
      defaults: { language: 'fr' },
      locks: { persistTokens: false },
    });
  });

  it('counts only when its owner is the administrator', async () => {
    await write({ locks: { persistTokens: false } });
    expect(await readPolicyFile(path, me + 1)).toEqual(none);
  });

  it.each([0o664, 0o646, 0o666])('does not count when others can write to it (%o)', async (mode) => {
    await write({ locks: { persistTokens: false } }, mode);
    expect(await readPolicyFile(path, me)).toEqual(none);
  });

  it('does not count when it is a link', async () => {
    await write({ locks: { persistTokens: false } });
    const link = join(folder, 'link.json');
    await symlink(path, link);
    expect(await readPolicyFile(link, me)).toEqual(none);
  });

  it.each(['', 'nonsense', '[]', 'null', '7'])(
    'that holds %j forbids to keep sign-ins, and is told',
    async (text) => {
      await write(text);
      expect(await readPolicyFile(path, me)).toEqual({
        defaults: {},
        locks: { persistTokens: false },
        problem: { kind: 'policy-unreadable', values: { place: path } },
      });
    },
  );

  it('that is not there says nothing', async () => {
    expect(await readPolicyFile(path, me)).toEqual(none);
  });
});
