import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Browser } from '../../../../../src/main/browsers/browser.ts';
import { withPolicies } from '../../../../../src/main/browsers/discovery/read-policies.ts';
import { itOnUnix } from '../../../../support/systems.ts';
import { browsersFolder } from '../stub-browser.ts';

const unixIt = itOnUnix({ twin: 'browsers' });

unixIt(
  'Firefox’s policies are read beside its program, also behind a link, and a broken file says nothing',
  async () => {
    const root = await browsersFolder();
    const distribution = join(root, 'lib', 'distribution');
    await mkdir(distribution, { recursive: true });
    await writeFile(join(root, 'lib', 'firefox'), '');
    const executable = join(root, 'firefox');
    await symlink(join(root, 'lib', 'firefox'), executable);
    const policies = async () =>
      (
        await withPolicies({ brand: 'firefox', executable } as Browser, {
          platform: 'linux',
          home: root,
          environment: {},
        })
      ).policies;
    expect(await policies()).toBeUndefined();
    const file = join(distribution, 'policies.json');
    await writeFile(file, JSON.stringify({ policies: { SanitizeOnShutdown: { Cookies: true } } }));
    expect(await policies()).toEqual([{ policy: 'SanitizeOnShutdown', effect: 'forgotten' }]);
    for (const broken of ['{', '[]', '{"policies": []}', '{"SanitizeOnShutdown": true}', '']) {
      await writeFile(file, broken);
      expect(await policies()).toBeUndefined();
    }
  },
);
