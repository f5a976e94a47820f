import { expect, it } from 'vitest';
import { splitExec } from '../../../../../src/main/browsers/discovery/exec-line.ts';
import { autostartEntry, isOurEntry } from '../../../../../src/main/desktop/autostart/autostart-entry.ts';
import { fc } from '../../../support/fast-check.ts';

/** What a desktop makes of the entry: the value's escapes, then the words of the line. */
function startedBy(entry: string): readonly string[] | undefined {
  const value = /^Exec=(.*)$/m.exec(entry)?.[1] ?? '';
  return splitExec(value.replaceAll(/\\\\/g, '\\'));
}

it('starts the very file, with nothing behind it', () => {
  expect(startedBy(autostartEntry('/opt/Tidegate/tidegate'))).toEqual(['/opt/Tidegate/tidegate']);
});

it('starts the very file, whatever letters its path has', () => {
  const odd = fc.constantFrom(...' "\\`$%;&|<>()*?#~\'é日');
  const path = fc.array(fc.oneof(odd, fc.constantFrom('a', 'Z', '/', '.')), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(path, (letters) => {
      const executable = `/${letters.join('')}`;
      expect(startedBy(autostartEntry(executable))).toEqual([executable]);
    }),
  );
});

it('knows its own entries from others', () => {
  expect(isOurEntry(autostartEntry('/home/a b/Tide"gate.AppImage'))).toBe(true);
  expect(
    isOurEntry('[Desktop Entry]\nType=Application\nName=Tidegate\nExec=sh -c "sleep 5; tidegate"\n'),
  ).toBe(false);
  expect(isOurEntry('')).toBe(false);
});
