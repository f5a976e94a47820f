import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Arch, Platform } from 'electron-builder';
import { load } from 'js-yaml';
import { completeMsiProject } from '../../../tools/lib/msi-project.mjs';
import { releaseConfiguration } from '../../../tools/lib/release-configuration.mjs';
import { missingKinds } from '../../../tools/lib/release-files.mjs';
import { completeNotices } from '../../../tools/lib/update-notices.mjs';
import { expect, test, vi, type Packer, type ToolCall } from './support/packer.ts';
import { testOnLinux } from '../../support/systems.ts';

const linuxTest = testOnLinux(test, {
  because: 'the tools that make the installer are stand-ins that only Unix starts',
});

// electron-builder's own scripts and project for Windows, with stand-ins for the tools that compile them. Nothing here is
// proven on a Windows; what makensis itself says of the script is: npm test -- packages.

/** The stand-ins that packing for Windows takes on Linux. */
async function standIns(packer: Packer): Promise<void> {
  const value = "(name) => args.find((arg) => arg.startsWith(name + '='))?.slice(name.length + 1)";
  await packer.tool(
    'nsis/linux/makensis',
    `const value = ${value};
     const out = args.find((arg) => arg.startsWith('-XOutFile ')).slice('-XOutFile "'.length, -1);
     fs.writeFileSync(out, 'MZ');
     // What the started installer would write.
     if (args.includes('-DBUILD_UNINSTALLER'))
       fs.writeFileSync(value('-DUNINSTALLER_OUT_FILE').replace(/^Z:/, '').replaceAll('\\\\', '/'), 'MZ');`,
  );
  await packer.write('nsis/elevate.exe', 'MZ');
  await packer.write('resources/plugins/x86-unicode/none.dll', '');
  await packer.tool('7za', `fs.writeFileSync(args.find((arg) => arg.endsWith('.7z')), '7z');`);
  await packer.tool('bin/wine');
  vi.stubEnv('ELECTRON_BUILDER_NSIS_DIR', `${packer.folder}/nsis`);
  vi.stubEnv('ELECTRON_BUILDER_NSIS_RESOURCES_DIR', `${packer.folder}/resources`);
  vi.stubEnv('ELECTRON_BUILDER_7ZIP_PATH', `${packer.folder}/7za`);
  vi.stubEnv('PATH', `${packer.folder}/bin:${process.env['PATH'] ?? ''}`);
}

function isDefined(call: ToolCall | undefined, name: string): boolean {
  return call?.args.some((arg) => arg === `-D${name}` || arg.startsWith(`-D${name}=`)) === true;
}

function valueOf(call: ToolCall | undefined, name: string): string | undefined {
  return call?.args.find((arg) => arg.startsWith(`-D${name}=`))?.slice(name.length + 3);
}

linuxTest(
  'the installer is for one user, for each processor, and asks nothing; the portable file runs as the user',
  async ({ packer }) => {
    await standIns(packer);
    // Both at once: electron-builder looks for its tools once in a process.
    const feed = { TIDEGATE_UPDATE_FEED: 'https://updates.example/', TIDEGATE_PUBLISHER: 'Us' };
    const { publish } = releaseConfiguration(feed, 'win32');
    const made = await packer.pack(
      {
        targets: Platform.WINDOWS.createTarget(['nsis', 'portable'], Arch.x64, Arch.arm64),
        prepackaged: packer.application,
      },
      { publish: publish ?? null },
    );
    expect(made.filter((name) => name.endsWith('.exe'))).toEqual([
      'tidegate-0.1.0-windows-arm64-portable.exe',
      'tidegate-0.1.0-windows-arm64-setup.exe',
      'tidegate-0.1.0-windows-x64-portable.exe',
      'tidegate-0.1.0-windows-x64-setup.exe',
    ]);
    const all = await packer.callsOf('nsis/linux/makensis');
    const portable = all.filter((call) => isDefined(call, 'REQUEST_EXECUTION_LEVEL'));
    expect(portable.length).toBeGreaterThan(0);
    for (const call of portable) {
      expect(valueOf(call, 'REQUEST_EXECUTION_LEVEL')).toBe('user');
      // A common folder is emptied by every start, also under the Tidegate that runs there.
      expect(isDefined(call, 'UNPACK_DIR_NAME')).toBe(false);
    }
    const calls = all.filter((call) => !portable.includes(call) && !isDefined(call, 'BUILD_UNINSTALLER'));
    expect(calls).toHaveLength(2);
    for (const call of calls) {
      expect(isDefined(call, 'ONE_CLICK')).toBe(true);
      for (const name of [
        'INSTALL_MODE_PER_ALL_USERS',
        'DELETE_APP_DATA_ON_UNINSTALL',
        'RECREATE_DESKTOP_SHORTCUT',
        'DO_NOT_CREATE_START_MENU_SHORTCUT',
      ])
        expect(isDefined(call, name), name).toBe(false);
      expect(isDefined(call, 'DO_NOT_CREATE_DESKTOP_SHORTCUT')).toBe(true);
      // What the installer's own additions count on.
      expect(valueOf(call, 'APP_FILENAME')).toBe('tidegate');
      expect(valueOf(call, 'PRODUCT_FILENAME')).toBe('Tidegate');
      expect(valueOf(call, 'APP_ID')).toBe('app.tidegate');
      expect(valueOf(call, 'APP_INSTALLER_STORE_FILE')).toBe('tidegate-updater\\installer.exe');
      expect(call.input).toContain('assets/windows/installer.nsh');
    }
    // What the updater reads: it takes nothing whose size it is not told.
    await completeNotices(packer.output, made, true);
    const notice = load(await readFile(join(packer.output, 'latest.yml'), 'utf8')) as {
      readonly files: readonly { readonly url: string; readonly size: number }[];
    };
    const setups = made.filter((name) => name.endsWith('-setup.exe'));
    expect(notice.files.map(({ url }) => url).sort()).toEqual(setups);
    for (const { size, url } of notice.files)
      expect(size, url).toBe((await stat(join(packer.output, url))).size);
  },
);

/** The project that WiX would compile, which is downloaded only after it is written. */
async function msiProject(
  packer: Packer,
  arch: Arch,
): Promise<{ readonly project: string; readonly name: string }> {
  let project = '';
  let name = '';
  const stop = new Error('the project is written');
  await packer
    .pack(
      { targets: Platform.WINDOWS.createTarget(['msi'], arch), prepackaged: packer.application },
      {
        artifactBuildStarted: ({ file }) => void (name = basename(file)),
        msiProjectCreated: async (path) => {
          project = completeMsiProject(await readFile(path, 'utf8'));
          throw stop;
        },
      },
    )
    .catch((error: unknown) => {
      if (!String(error).includes(stop.message)) throw error;
    });
  return { project, name };
}

test.for([
  ['x64', Arch.x64],
  ['arm64', Arch.arm64],
] as const)(
  'the MSI is for everybody on the computer, with menu entry, links and `tidegate` on the PATH: %s',
  async ([id, arch], { packer }) => {
    const { name, project } = await msiProject(packer, arch);
    expect(project).toContain('<Property Id="ALLUSERS" Secure="yes" Value="1"/>');
    expect(project).toContain('UpgradeCode="0C5B0D5E-6E55-4A57-9C8F-6F6E3B1B6A31"');
    expect(project).toContain('<Directory Id="ProgramFiles64Folder">');
    expect(project).toContain('Id="startMenuShortcut"');
    expect(project).not.toContain('desktopShortcut');
    expect(project).not.toContain('runAfterFinish');
    expect(project).toContain(
      '<Environment Id="TidegateOnPath" Name="PATH" Value="[APPLICATIONFOLDER]bin" Part="last" Action="set" System="yes" Permanent="no"/>',
    );
    expect(project).toContain('Value="&quot;[APPLICATIONFOLDER]Tidegate.exe&quot; &quot;%1&quot;"');
    expect(project).toContain('<Property Id="ARPPRODUCTICON"');
    // What the release looks for.
    expect(missingKinds([name], 'win32')).toEqual(
      missingKinds([], 'win32').filter((kind) => kind !== `-windows-${id}\\.msi$`),
    );
    // An older one is replaced, a newer one stays.
    expect(project).toMatch(/<MajorUpgrade [^>]*DowngradeErrorMessage='[^']+'/);
    // Where the data stays when it is removed.
    expect(project).toMatch(
      /<Property Id="ARPCOMMENTS" Value="[^"]*%LOCALAPPDATA%\\Tidegate\. To remove it, delete that folder\."\/>\s*<\/Product>/,
    );
    // Every element that is opened is closed: WiX would say so only on the release's machine.
    expect(unclosed(project)).toEqual([]);
  },
);

test('a project of another form is refused, so that no MSI lacks its links silently', () => {
  expect(() => completeMsiProject('<Wix></Wix>')).toThrow('no single group');
  expect(() => completeMsiProject('<Wix><ComponentGroup></ComponentGroup></Wix>')).toThrow('no single group');
});

/** The names of elements that are open at the end, or closed out of turn. */
function unclosed(xml: string): readonly string[] {
  const open: string[] = [];
  for (const [, closing, name = '', , empty] of xml
    .replaceAll(/<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[[^]*?\]\]>/g, '')
    .matchAll(/<(\/?)([\w:]+)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>/g)) {
    if (closing === '/' && open.pop() !== name) return [name];
    if (closing === '' && empty === '') open.push(name);
  }
  return open;
}
