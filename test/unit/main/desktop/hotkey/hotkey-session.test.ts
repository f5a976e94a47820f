import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { desktopCommands } from '../../../../../src/main/desktop/hotkey/hotkey-session.ts';
import { itOnUnix } from '../../../../support/systems.ts';

const unixIt = itOnUnix({ because: 'no desktop of Windows binds keys to commands of a shell' });

it('names the command of this installation', () => {
  expect(desktopCommands(undefined)).toEqual({
    toggle: 'tidegate toggle',
    clipboard: `sh -c 'tidegate open -- "$(wl-paste)"'`,
  });
  expect(desktopCommands('/opt/Tidegate-1.2.AppImage').toggle).toBe('/opt/Tidegate-1.2.AppImage toggle');
});

unixIt.each([
  '/home/jörg/My Apps/Tide gate.AppImage',
  "/home/o'neill/Tidegate.AppImage",
  '/tmp/$(id)/T;x.AppImage',
])('a shell reads the file of an AppImage as one word: %s', (file) => {
  const words = (line: string) =>
    execFileSync('sh', ['-c', `printf '%s\\n' ${line}`], { encoding: 'utf8' })
      .trimEnd()
      .split('\n');
  const { clipboard, toggle } = desktopCommands(file);
  expect(words(toggle)).toEqual([file, 'toggle']);
  const [, , inner = ''] = words(clipboard);
  expect(words(inner.replace(/"\$\(wl-paste\)"$/, 'pasted'))).toEqual([file, 'open', '--', 'pasted']);
});
