import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withOwnProfiles } from '../../../../../src/main/browsers/discovery/read-own-profiles.ts';
import { aBrowser } from '../../../../unit/main/browsers/plans.ts';
import { browsersFolder } from '../stub-browser.ts';

const firefox = aBrowser({ id: 'firefox', brand: 'firefox' });

async function homeWith(...folders: readonly string[]): Promise<string> {
  const home = await browsersFolder();
  for (const folder of folders) {
    await mkdir(join(home, folder), { recursive: true });
    await writeFile(
      join(home, folder, 'profiles.ini'),
      `[Profile0]\nName=${folder.replaceAll(/\W/g, '')}\nIsRelative=1\nPath=a.default\nDefault=1\n`,
    );
  }
  return home;
}

const ownOf = async (home: string, environment: Readonly<Record<string, string>> = {}) =>
  (await withOwnProfiles(firefox, { platform: 'linux', home, environment })).own;

it('the own profiles of Firefox are found where 147 and later keep them', async () => {
  const home = await homeWith('.config/mozilla/firefox');
  expect(await ownOf(home)).toMatchObject({
    dataFolder: join(home, '.config', 'mozilla', 'firefox'),
    profiles: [{ name: 'configmozillafirefox' }],
  });
});

it('and where a user has set that folder', async () => {
  const home = await homeWith('elsewhere/mozilla/firefox', '.config/mozilla/firefox');
  expect((await ownOf(home, { XDG_CONFIG_HOME: join(home, 'elsewhere') }))?.dataFolder).toBe(
    join(home, 'elsewhere', 'mozilla', 'firefox'),
  );
});

it('the older folder counts where both are, as it does for Firefox', async () => {
  const home = await homeWith('.config/mozilla/firefox', '.mozilla/firefox');
  expect((await ownOf(home))?.dataFolder).toBe(join(home, '.mozilla', 'firefox'));
  expect(await ownOf(await browsersFolder())).toBeUndefined();
});
