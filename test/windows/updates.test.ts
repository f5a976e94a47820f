import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askPowerShell, whyNotPublished } from '../../src/main/updates/publisher.ts';
import { readWritten } from './support/arguments.ts';
import { standIn } from './support/programs.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';

const publishers = ['Contoso'];
let folder: string;
let installer: string;
beforeEach(async () => {
  folder = await temporaryFolder('Größe & Söhne ');
  installer = join(folder, "it's $(calc) & ;.exe");
  await writeFile(installer, 'MZ');
});
afterEach(() => removeFolder(folder));

describe('a downloaded installer', () => {
  // The PowerShell of Wine says nothing and ends well.
  it('is refused where this Windows does not say who signed it', async () => {
    expect(await whyNotPublished(publishers, installer, askPowerShell(process.env))).not.toBeNull();
  });

  it('is refused where there is no PowerShell', async () => {
    const ask = askPowerShell({ ...process.env, SystemRoot: folder });
    expect(await whyNotPublished(publishers, installer, ask)).not.toBeNull();
  });

  /** A PowerShell that is asked, and answers as Windows does. */
  function askStandIn(answer: object, environment: NodeJS.ProcessEnv = {}) {
    standIn(join(folder, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe'));
    return askPowerShell({
      ...process.env,
      PSModulePath: 'C:\\Users\\Public\\Modules',
      SystemRoot: folder,
      TIDEGATE_ARGUMENTS: join(folder, 'written'),
      TIDEGATE_SAY: JSON.stringify({ status: 0, path: installer, subject: 'CN=Contoso, C=DE', ...answer }),
      ...environment,
    });
  }

  it('is taken when the system’s own PowerShell says that its publisher signed this very file', async () => {
    expect(await whyNotPublished(publishers, installer, askStandIn({}))).toBeNull();
    const { args, environment } = await readWritten(join(folder, 'written'));
    // Its name is data there, and no part of what runs.
    expect(args.filter((arg) => arg.includes('calc'))).toEqual([]);
    expect(environment).toContain(`TIDEGATE_UPDATE_FILE=${installer}`);
    expect(environment.filter((entry) => entry.startsWith('PSModulePath='))).toEqual([
      `PSModulePath=${join(folder, 'System32', 'WindowsPowerShell', 'v1.0', 'Modules')}`,
    ]);
  });

  it.each([
    ['another signed it', { subject: 'CN=Fabrikam, C=DE' }, {}],
    ['its signature is not valid', { status: 3 }, {}],
    ['PowerShell ends badly, whatever it says', {}, { TIDEGATE_EXIT: '1' }],
  ])('is refused where %s', async (_what, answer, environment) => {
    expect(await whyNotPublished(publishers, installer, askStandIn(answer, environment))).not.toBeNull();
  });
});
