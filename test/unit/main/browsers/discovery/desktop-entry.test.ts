import { describe, expect, it } from 'vitest';
import { fc } from '../../../support/fast-check.ts';
import { defaultsForHttps } from '../../../../../src/main/browsers/discovery/default-application.ts';
import { parseDesktopEntry } from '../../../../../src/main/browsers/discovery/desktop-entry.ts';
import { splitExec } from '../../../../../src/main/browsers/discovery/exec-line.ts';

describe('the Exec key of a desktop file', () => {
  it.each<[string, string[] | undefined]>([
    ['/usr/bin/chromium %U', ['/usr/bin/chromium']],
    ['chromium --new-window=%u -- 100%%', ['chromium', '--new-window=', '--', '100%']],
    ['"/opt/my browser/chrome" "--a=b c" %u', ['/opt/my browser/chrome', '--a=b c']],
    ['"a \\"quoted\\" word" "\\$HOME" "\\\\"', ['a "quoted" word', '$HOME', '\\']],
    ['a "" b', ['a', '', 'b']],
    ['  a \t b  ', ['a', 'b']],
    ['', []],
    ['chromium; rm -rf x', undefined],
    ['chromium $(id)', undefined],
    ['chromium `id`', undefined],
    ['chromium > /etc/passwd', undefined],
    ['"chromium', undefined],
    ['"chromium"--flag', undefined],
    ['"$HOME/chromium"', undefined],
    ["'chromium'", undefined],
    ['"a\\nb"', undefined],
    ['chromium %z', undefined],
    ['chromium %', undefined],
  ])('%s', (line, words) => {
    expect(splitExec(line)).toEqual(words);
  });

  it('gives back any words that were quoted as the specification says', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (words) => {
        const line = words
          .map((word) => `"${word.replaceAll(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`)
          .join(' ');
        expect(splitExec(line)).toEqual(words);
      }),
    );
  });
});

describe('a desktop file', () => {
  const file = (...lines: string[]): string => ['[Desktop Entry]', 'Type=Application', ...lines].join('\n');

  it('tells the program and its arguments without env and its assignments', () => {
    expect(parseDesktopEntry(file('Exec=env A=1 B=2 /snap/bin/chromium --x %U'))).toEqual({
      program: '/snap/bin/chromium',
      args: ['--x'],
    });
  });

  it('reads only the group [Desktop Entry], not the actions after it', () => {
    const text = file('Exec=a', '', '[Desktop Action new-window]', 'Exec=b');
    expect(parseDesktopEntry(text)).toMatchObject({ program: 'a' });
    expect(parseDesktopEntry('[Desktop Action x]\nType=Application\nExec=b')).toBeUndefined();
  });

  it('undoes the escapes of strings before the quoting', () => {
    expect(parseDesktopEntry(file('Exec="/opt/a\\sb/chrome" "\\\\$x"'))).toEqual({
      program: '/opt/a b/chrome',
      args: ['$x'],
    });
  });

  it('keeps TryExec', () => {
    expect(parseDesktopEntry(file('TryExec=/usr/bin/a', 'Exec=a'))).toMatchObject({ tryExec: '/usr/bin/a' });
  });

  it.each([
    ['deleted', file('Exec=a', 'Hidden=true')],
    ['for a terminal', file('Exec=a', 'Terminal=true')],
    ['a link', '[Desktop Entry]\nType=Link\nURL=https://example.org'],
    ['without a command', file('Name=a')],
    ['with an empty command', file('Exec=')],
    ['with a program that holds an equals sign', file('Exec=A=b c')],
    ['with options for env', file('Exec=env -i chromium')],
    ['with env alone', file('Exec=env A=1')],
    ['empty', ''],
    ['binary', '\0\ufffd[Desktop Entry]'],
  ])('is nothing when it is %s', (_what, text) => {
    expect(parseDesktopEntry(text)).toBeUndefined();
  });

  it('never throws, whatever the file holds', () => {
    const line = fc.oneof(
      fc.string().map((value) => `Exec=${value}`),
      fc.string(),
      fc.constant('[Desktop Entry]'),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const entry = parseDesktopEntry(['[Desktop Entry]', 'Type=Application', ...lines].join('\n'));
        if (entry) expect(entry.program).not.toBe('');
      }),
    );
  });
});

describe('the default browser in mimeapps.list', () => {
  it('is read from [Default Applications] of the first file that names one', () => {
    expect(
      defaultsForHttps([
        '[Added Associations]\nx-scheme-handler/https=no.desktop;',
        '[Default Applications]\ntext/html=x.desktop\nx-scheme-handler/https=chromium.desktop; google-chrome.desktop;',
        '[Default Applications]\r\nx-scheme-handler/https=weaker.desktop\r\n',
      ]),
    ).toEqual(['chromium.desktop', 'google-chrome.desktop', 'weaker.desktop']);
  });
});
