import { readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { autostartEntry, autostartPath } from '../../../../../src/main/desktop/login/autostart-entry.ts';
import { keepAutostart } from '../../../../../src/main/desktop/login/autostart.ts';
import { modeHere } from '../../../../support/systems.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

let home: string;
beforeEach(async () => {
  home = await temporaryFolder('tidegate-login-');
});
afterEach(() => removeFolder(home));

describe('the file that a Linux desktop starts at login', () => {
  it('is written for the user alone, and taken away again', async () => {
    const path = autostartPath(home, undefined);
    expect(path).toBe(join(home, '.config/autostart/tidegate.desktop'));
    const entry = autostartEntry(['/opt/Tidegate/tidegate', '--hidden'], 'Tidegate');
    await keepAutostart(path, entry);
    expect(await readFile(path, 'utf8')).toContain('\nExec=/opt/Tidegate/tidegate --hidden\n');
    expect((await stat(path)).mode & 0o777).toBe(modeHere(0o600));
    await keepAutostart(path, null);
    await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' });
    // Nothing there to take away is as good.
    await keepAutostart(path, null);
  });

  it('keeps what the desktop’s own settings wrote into it, until the program lies elsewhere', async () => {
    const path = autostartPath(home, join(home, 'config'));
    await keepAutostart(path, autostartEntry(['/a', '--hidden'], 'Tidegate'));
    expect(dirname(path)).toBe(join(home, 'config/autostart'));
    const off = `${await readFile(path, 'utf8')}X-GNOME-Autostart-enabled=false\n`;
    await writeFile(path, off);
    await keepAutostart(path, autostartEntry(['/a', '--hidden'], 'Tidegate'));
    expect(await readFile(path, 'utf8')).toBe(off);
    await keepAutostart(path, autostartEntry(['/b', '--hidden'], 'Tidegate'));
    expect(await readFile(path, 'utf8')).toContain('Exec=/b --hidden');
  });

  it('stays where it is the user’s own, of the same name', async () => {
    const path = autostartPath(home, undefined);
    await keepAutostart(path, autostartEntry(['/a', '--hidden'], 'Tidegate'));
    const own = '[Desktop Entry]\nType=Application\nExec=tidegate\n';
    await writeFile(path, own);
    await keepAutostart(path, null);
    expect(await readFile(path, 'utf8')).toBe(own);
  });

  it.each([
    ['/opt/My Tools/tidegate', 'Exec="/opt/My Tools/tidegate"'],
    ['/opt/100%/tidegate', 'Exec="/opt/100%%/tidegate"'],
    ['/opt/a$b`c"d/tidegate', String.raw`Exec="/opt/a\\$b\\` + '`' + String.raw`c\\"d/tidegate"`],
    [String.raw`/opt/a\b`, String.raw`Exec="/opt/a\\\\b"`],
    ['/opt/a\nExec=evil', String.raw`Exec="/opt/a\nExec=evil"`],
  ])('names a program that has to be quoted: %j', (program, line) => {
    const lines = autostartEntry([program], 'Tidegate').split('\n');
    expect(lines.filter((each) => each.startsWith('Exec'))).toEqual([line]);
    // By this the desktop passes it over once the package is gone: the path as it is, in no quotation marks.
    const path = program.replaceAll('\\', String.raw`\\`).replaceAll('\n', String.raw`\n`);
    expect(lines.filter((each) => each.startsWith('TryExec'))).toEqual([`TryExec=${path}`]);
  });

  it('counts a folder that is not absolute as none', () => {
    const path = join('/home/ana', '.config/autostart/tidegate.desktop');
    expect(autostartPath('/home/ana', 'config')).toBe(path);
  });
});
