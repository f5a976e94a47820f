import { readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { LaunchPlan } from '../../../../src/main/browsers/launch/launch-plan.ts';
import type { Brand } from '../../../../src/main/browsers/browser.ts';
import { planLaunch } from '../../../../src/main/browsers/launch/plan-launch.ts';
import type { LaunchRequest } from '../../../../src/main/browsers/launch/launch-request.ts';
import { ProcessLauncher } from '../../../../src/main/browsers/launch/process-launcher.ts';
import {
  ProfileLooks,
  type ProfileLooksOptions,
} from '../../../../src/main/browsers/profiles/profile-looks.ts';
import { ProfileRecords } from '../../../../src/main/browsers/profiles/profile-records.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import { aBrowser, aRequest } from '../../../unit/main/browsers/plans.ts';
import { thisPlatform } from '../../../../src/main/system/process/this-platform.ts';
import { removeFolder, temporaryFolder } from '../../../support/temporary-folder.ts';

/** What one start of the stub saw. */
export interface Start {
  readonly pid: number;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

/** A folder that is gone after the test. */
export async function browsersFolder(): Promise<string> {
  const folder = await realpath(await temporaryFolder('tidegate browsers '));
  onTestFinished(() => removeFolder(folder));
  return folder;
}

/**
 * Writes an executable that records how it was started and then does `ending`: a statement of JavaScript. One that
 * stays must be ended by the test.
 */
export async function writeStub(folder: string, ending: string): Promise<string> {
  const path = join(folder, 'stub browser');
  // Written aside and renamed: a start is seen whole or not at all.
  await writeFile(
    path,
    `#!${process.execPath}
const { renameSync, writeFileSync } = require('node:fs');
const start = { pid: process.pid, args: process.argv.slice(2), env: process.env, cwd: process.cwd() };
const file = ${JSON.stringify(join(folder, 'start-'))} + process.pid;
writeFileSync(file + '.part', JSON.stringify(start));
renameSync(file + '.part', file + '.json');
${ending}
`,
    { mode: 0o755 },
  );
  return path;
}

export const stays = 'setInterval(() => {}, 1000);';

/** Every start so far. */
export async function readStarts(folder: string): Promise<Start[]> {
  const names = (await readdir(folder)).filter((name) => /^start-\d+\.json$/.test(name));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.map((text) => JSON.parse(text) as Start);
}

export function tenant(index: number): TenantId {
  return parseTenantId(`11111111-2222-4333-8444-${String(index).padStart(12, '0')}`) as TenantId;
}

/** The real plan for a customer, in a browser whose executable is `executable`. */
export function planFor(
  folder: string,
  executable: string,
  index = 1,
  name = 'Contoso',
  more: { readonly brand?: Brand; readonly request?: Partial<LaunchRequest> } = {},
): LaunchPlan {
  const brand = more.brand ?? 'chromium';
  const plan = planLaunch(
    aBrowser({ id: brand, brand, name: 'Stub', executable }),
    aRequest({ tenantId: tenant(index), name, ...more.request }),
    {
      platform: 'linux',
      home: folder,
      dataRoot: join(folder, 'data'),
      salt: 'salt',
      hosts: () => ['security.microsoft.com'],
    },
  );
  if (!plan.ok) throw new Error(plan.error.kind);
  return plan.value;
}

/** A launcher as the application builds it, with records of its own. */
export function launcherIn(
  folder: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  wanted: ProfileLooksOptions['wanted'] = () => undefined,
) {
  const records = new ProfileRecords(join(folder, 'data', 'profiles.json'));
  onTestFinished(() => records.flush());
  const looks = new ProfileLooks({ records, wanted, platform: thisPlatform });
  const now = () => new Date();
  const platform = thisPlatform;
  return { records, looks, launcher: new ProcessLauncher({ environment, platform, records, looks, now }) };
}
