import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fc } from '../../../../support/fast-check.ts';
import { firefox } from '../../../../../../src/main/browsers/engines/firefox/firefox.ts';
import { readProfilesIni } from '../../../../../../src/main/browsers/engines/firefox/own-profiles.ts';
import { planUserChrome } from '../../../../../../src/main/browsers/engines/firefox/user-chrome.ts';
import { planUserPreferences } from '../../../../../../src/main/browsers/engines/firefox/user-preferences.ts';
import { colourFrom } from '#shared/customer/colour.ts';

const look = { name: 'Contoso', colour: colourFrom('#097974') };

describe('a profile of Firefox', () => {
  it.each(['shared', 'apart'] as const)('is a folder with a process of its own (%s)', (kind) => {
    const place = firefox.place(posix, '/data/browsers/firefox', 't-x', kind);
    const root = '/data/browsers/firefox/t-x';
    expect(place).toEqual({ root, dataFolder: root, profileFolder: root });
    expect(firefox.args(posix, place)).toEqual(['--profile', root]);
  });

  it('shows name and colour by its own style sheet, which its preferences switch on', () => {
    expect(planUserChrome(look)).toContain('content: "Contoso";');
    expect(planUserChrome(look)).toContain('background-color: #097974 !important;');
    expect(planUserPreferences({ windowsSso: false })).toContain(
      'user_pref("toolkit.legacyUserProfileCustomizations.stylesheets", true);',
    );
  });

  it('signs in with the account of Windows only when that is set', () => {
    const line = (on: boolean) => `user_pref("network.http.windows-sso.enabled", ${on});`;
    expect(planUserPreferences({ windowsSso: true })).toContain(line(true));
    expect(planUserPreferences({ windowsSso: false })).toContain(line(false));
  });

  it('has a style sheet that no name breaks out of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        const [, text = ''] = /content: "([^\n]*)";\n/.exec(planUserChrome({ ...look, name })) ?? [];
        expect(text).toMatch(/^(?:[\p{L}\p{N} ]|\\[0-9a-f]{1,6} )*$/u);
        expect(unescapeCss(text)).toBe(name);
      }),
    );
    expect(planUserChrome({ ...look, name: '";} * { display: none } /*' })).not.toContain('display:');
  });
});

describe('the user’s own profiles in Firefox', () => {
  it('are those of profiles.ini below its folder, by name', () => {
    const ini = [
      '[Install4F96D1932A9F858E]',
      'Default=abcd.default-esr',
      '[Profile1]',
      'Name=work',
      'IsRelative=1',
      'Path=Profiles/wxyz.work',
      '',
      '[Profile0]',
      'Name=default-esr',
      'IsRelative=1',
      'Path=abcd.default-esr',
      '[Profile2]',
      'Name=elsewhere',
      'IsRelative=0',
      'Path=/mnt/usb/profile',
      '[Profile3]',
      'Name=up',
      'IsRelative=1',
      'Path=../../.ssh',
      '[General]',
      'Version=2',
    ].join('\r\n');
    expect(readProfilesIni(ini)).toEqual([
      { id: 'abcd.default-esr', name: 'default-esr' },
      { id: 'Profiles/wxyz.work', name: 'work' },
    ]);
  });

  it('are none in a file that is something else', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(readProfilesIni(text))));
  });
});

function unescapeCss(text: string): string {
  return text.replaceAll(/\\([0-9a-f]{1,6}) /g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}
