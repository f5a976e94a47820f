import { ok } from '#shared/problems/result.ts';
import { describe, expect, it } from 'vitest';
import { languages } from '#shared/locales/language.ts';
import {
  checkSettings,
  salvageSettings,
  settingNames,
} from '../../../../../src/main/state/settings/setting-schemas.ts';
import {
  SettingsService,
  type UserSettingsFile,
} from '../../../../../src/main/state/settings/settings-service.ts';
import { defaultSettings, resolveSettings, type Settings } from '#shared/settings/settings.ts';
import { isWindows } from '../../../../support/systems.ts';

const noPolicy = { defaults: {}, locks: {}, problems: [] };

function fileHolding(values: unknown): UserSettingsFile & { written: Partial<Settings>[] } {
  const written: Partial<Settings>[] = [];
  return { path: '/settings.json', read: () => values, write: (next) => void written.push(next), written };
}

describe('settings', () => {
  it('every language that is offered can be chosen', () => {
    expect(languages.length).toBeGreaterThan(1);
    for (const language of languages) expect(checkSettings({ language })).toMatchObject({ ok: true });
    expect(checkSettings({ language: 'xx' }).ok).toBe(false);
  });

  it('every setting has a schema, and every default passes it', () => {
    expect(new Set(settingNames)).toEqual(new Set(Object.keys(defaultSettings)));
    expect(salvageSettings(defaultSettings)).toEqual(defaultSettings);
  });

  it('the layers: default < policy default < user < policy lock', () => {
    expect(resolveSettings({ policyDefault: {}, user: {}, policyLock: {} }).language).toBe('system');
    expect(resolveSettings({ policyDefault: { language: 'fr' }, user: {}, policyLock: {} }).language).toBe(
      'fr',
    );
    expect(
      resolveSettings({ policyDefault: { language: 'fr' }, user: { language: 'en' }, policyLock: {} })
        .language,
    ).toBe('en');
    expect(
      resolveSettings({
        policyDefault: {},
        user: { persistTokens: true },
        policyLock: { persistTokens: false },
      }).persistTokens,
    ).toBe(false);
  });

  it('one bad value on disk does not lose the good ones', () => {
    const service = new SettingsService(
      fileHolding({ language: 'fr', hotkey: 7, clientId: 'x', extra: 1 }),
      noPolicy,
    );
    expect(service.current).toEqual({ ...defaultSettings, language: 'fr' });
  });

  it('a change goes to disk, is in force, and listeners hear of it', () => {
    const file = fileHolding({});
    const service = new SettingsService(file, noPolicy);
    const heard: string[] = [];
    service.onChange((settings) => heard.push(settings.language));
    expect(service.change({ language: 'fr' }).ok).toBe(true);
    expect(file.written).toEqual([{ language: 'fr' }]);
    expect(heard).toEqual(['fr']);
  });

  it('a change that cannot be written is a problem that names the file, and holds until the end', () => {
    const file = {
      ...fileHolding({}),
      write: () => {
        throw new Error('disk full');
      },
    };
    const service = new SettingsService(file, noPolicy);
    expect(service.change({ language: 'fr' })).toEqual({
      ok: false,
      error: {
        kind: 'storage-unwritable',
        values: { record: 'settings', path: '/settings.json', reason: 'disk full' },
      },
    });
    expect(service.current.language).toBe('fr');
  });

  it('a locked setting keeps its value and is named', () => {
    const service = new SettingsService(fileHolding({}), {
      defaults: {},
      locks: { persistTokens: false },
      problems: [],
    });
    service.change({ persistTokens: true });
    expect(service.current.persistTokens).toBe(false);
    expect(service.locked).toEqual(['persistTokens']);
  });

  it('a bad value in a change is answered with what is wrong with it', () => {
    expect(checkSettings({ clientId: 'abc' })).toEqual({
      ok: false,
      error: { kind: 'client-id-invalid', values: { text: 'abc' } },
    });
    expect(checkSettings({ authority: 'consumers' })).toMatchObject({ error: { kind: 'authority-invalid' } });
    expect(checkSettings({ language: 'fr', hotkey: null })).toEqual({
      ok: true,
      value: { language: 'fr', hotkey: null },
    });
  });
});

// Paths are those of the system that the settings are read on.
const shell = isWindows ? String.raw`C:\Windows\System32\cmd.exe` : '/bin/bash';
const starter = isWindows ? String.raw`C:\Windows\System32\rundll32.exe` : '/usr/bin/env';
const programs = isWindows ? 'D:\\Tools\\' : '/opt/';

describe('what an earlier version allowed and this one does not', () => {
  it('is left out, told by name, and costs nothing beside it', () => {
    const service = new SettingsService(
      fileHolding({
        browserArguments: ['--lang=fr', '--proxy-server=http://p:1', '--force-dark-mode', '--log-net-log'],
        customCommand: `${shell} -c "xdg-open {url}"`,
        browserPath: starter,
        language: 'fr',
      }),
      noPolicy,
    );
    expect(service.current).toEqual({
      ...defaultSettings,
      browserArguments: ['--lang=fr', '--force-dark-mode'],
      language: 'fr',
    });
    expect(service.problems).toEqual([
      { kind: 'argument-refused', values: { argument: '--proxy-server=http://p:1' } },
      { kind: 'argument-refused', values: { argument: '--log-net-log' } },
      { kind: 'shell-refused', values: { program: starter } },
      { kind: 'shell-refused', values: { program: shell } },
    ]);
  });

  it('and what is still allowed is kept and not told', () => {
    const kept = {
      browserArguments: ['--lang=fr'],
      customCommand: `${programs}opener --open={url} {name}`,
      customAllowed: true,
      browserPath: `${programs}browser`,
      sharedList: isWindows ? String.raw`\\server\lists\list.csv` : '/srv/list.csv',
      portalHosts: ['wiki.example'],
    };
    const service = new SettingsService(fileHolding(kept), noPolicy);
    expect(service.current).toEqual({ ...defaultSettings, ...kept });
    expect(service.problems).toEqual([]);
  });

  it('is refused whole where it is asked for', () => {
    expect(checkSettings({ browserArguments: ['--lang=fr', '--log-net-log'] })).toMatchObject({
      error: { kind: 'argument-refused', values: { argument: '--log-net-log' } },
    });
    expect(checkSettings({ browserPath: '/usr/bin/python3.11' })).toMatchObject({
      error: { kind: 'shell-refused' },
    });
  });
});

it('the journal keeps a line for a day at least and for three years at most', () => {
  for (const journalDays of [1, 90, 1_095])
    expect(checkSettings({ journalDays })).toEqual(ok({ journalDays }));
  for (const journalDays of [0, -1, 1.5, 1_096, Number.NaN])
    expect(checkSettings({ journalDays })).toMatchObject({ ok: false });
});
