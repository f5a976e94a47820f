import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AfterPackContext } from 'electron-builder';
import afterPack from '../../../tools/after-pack.mjs';
import { expect, test, type Packer } from './support/packer.ts';

// The packages of this machine's system are read as a whole: test/packaged. Here the others' executables are what is around the
// place where Electron keeps its fuses.

/** By which Electron's fuses are found, their form, and how many follow. Source: @electron/fuses. */
const begin = (count: number) =>
  Buffer.from([...Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), 0x01, count]);

async function packed(packer: Packer, platform: string, executable: string, wire: string): Promise<string> {
  const file = join(packer.folder, 'packed', executable);
  await packer.write(
    `packed/${executable}`,
    Buffer.concat([Buffer.from('MZ'), begin(wire.length), Buffer.from(wire)]),
  );
  await packer.write('project/LICENSE', 'ours');
  await packer.write('project/out/third-party.json', '[]');
  for (const name of ['version', 'resources/default_app.asar']) await packer.write(`packed/${name}`, '');
  const context = {
    appOutDir: join(packer.folder, 'packed'),
    electronPlatformName: platform,
    packager: {
      appInfo: { productFilename: 'Tidegate' },
      executableName: 'tidegate',
      projectDir: join(packer.folder, 'project'),
    },
  };
  await afterPack(context as unknown as AfterPackContext);
  return (await readFile(file, 'latin1')).slice(-wire.length);
}

test.for([
  ['win32', 'Tidegate.exe'],
  ['linux', 'tidegate'],
] as const)(
  'on %s every fuse is set as decided, and the one that is left keeps what Electron gave it',
  async ([platform, executable], { packer }) => {
    // As Electron ships them: what is off is on, and the other way round.
    for (const left of ['0', '1'])
      expect(await packed(packer, platform, executable, `10110011${left}`)).toBe(`01001100${left}`);
    for (const gone of ['version', join('resources', 'default_app.asar')])
      await expect(readFile(join(packer.folder, 'packed', gone))).rejects.toThrow('ENOENT');
    expect(await readFile(join(packer.folder, 'packed', 'LICENSE.tidegate.txt'), 'utf8')).toBe('ours');
  },
);

test('a fuse that nobody has decided about stops the packaging, and so does a system that nobody knows', async ({
  packer,
}) => {
  await expect(packed(packer, 'win32', 'Tidegate.exe', '1011001111')).rejects.toThrow(
    'nobody decided about: 9',
  );
  await expect(packed(packer, 'beos', 'tidegate', '101100111')).rejects.toThrow('beos');
});
