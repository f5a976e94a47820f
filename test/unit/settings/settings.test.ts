import { describe, expect, it } from 'vitest';
import { checkSettings, salvageSettings, settingNames } from '../../../src/main/settings/setting-schemas.ts';
import { SettingsService, type UserSettingsFile } from '../../../src/main/settings/settings-service.ts';
import { defaultSettings, resolveSettings, type Settings } from '../../../src/shared/settings.ts';

const noPolicy = { defaults: {}, locks: {}, problems: [] };

function fileHolding(values: unknown): UserSettingsFile & { written: Partial<Settings>[] } {
  const written: Partial<Settings>[] = [];
  return { path: '/settings.json', read: () => values, write: (next) => void written.push(next), written };
}

describe('settings', () => {
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
