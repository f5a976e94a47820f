import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leaveAppImage, withoutAppImage } from '../../../../../src/main/system/process/appimage.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

const folder = '/tmp/.mount_TidegaAb12Cd';

describe('an environment that an AppImage changed', () => {
  it.each<[string, string, string, string | undefined]>([
    ['a list that was there', 'PATH', `${folder}:${folder}/usr/sbin:/usr/bin:/bin`, '/usr/bin:/bin'],
    ['a list that was not', 'LD_LIBRARY_PATH', `${folder}/usr/lib`, undefined],
    ['a list of the user’s own', 'LD_LIBRARY_PATH', `${folder}/usr/lib:/opt/own/lib`, '/opt/own/lib'],
    ['schemas', 'GSETTINGS_SCHEMA_DIR', `${folder}/usr/share/glib-2.0/schemas`, undefined],
    ['any other list', 'GTK_PATH', `/usr/lib/gtk:${folder}/usr/lib/gtk`, '/usr/lib/gtk'],
    [
      'data folders that were not there',
      'XDG_DATA_DIRS',
      `${folder}/usr/share/:/usr/share/gnome:/usr/local/share/:/usr/share/`,
      undefined,
    ],
    [
      'data folders that were there',
      'XDG_DATA_DIRS',
      `${folder}/usr/share/:/a/share:/usr/share/:/usr/share/gnome:/usr/local/share/:/usr/share/`,
      '/a/share:/usr/share/',
    ],
  ])('has %s as it was', (_what, name, value, before) => {
    expect(withoutAppImage({ [name]: value }, [folder])).toEqual({ [name]: before });
  });

  it('does not tell of the AppImage', () => {
    const environment = { APPIMAGE: '/home/a/T.AppImage', APPDIR: folder, ARGV0: 'T', OWD: '/home/a' };
    const all = { APPIMAGE: undefined, APPDIR: undefined, ARGV0: undefined, OWD: undefined };
    expect(withoutAppImage(environment, [folder])).toEqual(all);
  });

  it('is left alone in everything else', () => {
    const own = {
      HOME: '/home/a',
      PATH: '/usr/bin::/bin',
      OTHER: `${folder}x/bin`,
      XDG_DATA_DIRS: '/usr/share/',
    };
    expect(withoutAppImage(own, [folder])).toEqual({});
  });

  it('is left alone by a program that lies in none', () => {
    const other = { APPIMAGE: '/home/a/Terminal.AppImage', PATH: `${tmpdir()}:/usr/bin` };
    const environment = { ...other };
    expect(leaveAppImage(environment, join(tmpdir(), 'tidegate'))).toBeUndefined();
    expect(environment).toEqual(other);
  });

  it('gives the file of the AppImage whose program this is, and of no other', async () => {
    const mounted = await temporaryFolder('tidegate-mounted-');
    const environment = { APPIMAGE: '/home/a/T.AppImage', APPDIR: mounted };
    await writeFile(join(mounted, 'AppRun'), '');
    expect(leaveAppImage(environment, join(mounted, 'tidegate'))).toBe('/home/a/T.AppImage');
    expect(environment).toEqual({});
    expect(leaveAppImage(environment, join(mounted, 'tidegate'))).toBeUndefined();
    await removeFolder(mounted);
  });
});
