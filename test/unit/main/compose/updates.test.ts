import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { buildUpdates } from '../../../../src/main/compose/updates.ts';
import type { Foundation } from '../../../../src/main/compose/foundation.ts';
import { removeFolder, temporaryFolder } from '../../../support/temporary-folder.ts';

vi.mock('electron', () => ({ app: { isPackaged: true } }));

let resources: string;
beforeEach(async () => {
  resources = await temporaryFolder('tidegate-resources-');
  await writeFile(join(resources, 'app-update.yml'), 'provider: generic\n');
  Object.defineProperty(process, 'resourcesPath', { value: resources, configurable: true });
});
afterEach(async () => {
  Reflect.deleteProperty(process, 'resourcesPath');
  await removeFolder(resources);
});

it.each([
  // The environment has been put back by then: only main still knows.
  ['an AppImage', '/home/a/Tidegate.AppImage', { kind: 'current', checked: null }],
  ['what nobody installed', undefined, { kind: 'none', why: 'unpacked' }],
])('%s on Linux is known for what it is', (_what, appImage, update) => {
  const told = vi.fn();
  const foundation = { platform: 'linux', status: { update: told } } as unknown as Foundation;
  const updates = buildUpdates(foundation, {} as never, () => ({}) as never, appImage);
  updates.follow(true);
  updates.stop();
  expect(told.mock.calls).toEqual([[{ update }]]);
});
