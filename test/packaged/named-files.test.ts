import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolder } from './support/packaged.ts';
import { expect, test } from './support/test.ts';
import { writeUserFiles } from './support/user.ts';

test('the package reads files that its user names, though no Node can be made of it', async ({
  desktop,
  start,
}) => {
  const home = desktop.env['HOME'] ?? '';
  await writeUserFiles(dataFolder(desktop), []);
  await writeFile(join(home, 'list.csv'), 'tenantId,name\n8d2f2b0e-7b1a-4a1c-9a53-6f6f0d3c2b11,Contoso\n');
  const preview = start({ args: ['import', join(home, 'list.csv'), '--dry-run', '--json'] });
  expect(await preview.ended).toBe(0);
  expect(preview.printed).toContain('"added":1');
  const device = start({ args: ['import', '/dev/zero', '--json'] });
  expect(await device.ended).toBe(1);
  expect(device.printed).toContain('"not-a-file"');
  const exported = join(home, 'out.csv');
  expect(await start({ args: ['export', exported] }).ended).toBe(0);
});
