import { describe, expect, it } from 'vitest';
import { parseRegistryValues } from '../../../src/main/process/registry-output.ts';
import { policyOf, settingsInKey } from '../../../src/main/settings/policy-values.ts';

/** What `reg query` prints for a key: see process/registry-output. */
const printed = (...values: readonly string[]): string =>
  [
    '',
    String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Tidegate`,
    ...values.map((value) => `    ${value}`),
    '',
    String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Tidegate\Recommended`,
    '',
  ].join('\r\n');

const settings = (...values: readonly string[]) => settingsInKey(parseRegistryValues(printed(...values)));

describe('a key of the registry', () => {
  it('holds yes and no as numbers, and numbers', () => {
    expect(
      settings(
        'persistTokens    REG_DWORD    0x0',
        'windowsSso    REG_DWORD    0x1',
        'syncMinutes    REG_DWORD    0x3c',
      ),
    ).toEqual({ persistTokens: false, windowsSso: true, syncMinutes: 60 });
  });

  it('takes one and nought for numbers where the setting is a number', () => {
    expect(settings('syncMinutes    REG_DWORD    0x0')).toEqual({ syncMinutes: 0 });
    expect(settings('syncMinutes    REG_DWORD    0x1')).toEqual({ syncMinutes: 1 });
  });

  it('holds texts, and lists and nothing as JSON', () => {
    expect(
      settings(
        'language    REG_SZ    fr',
        'authority    REG_SZ    organizations',
        'sources    REG_SZ    ["azure-tenants","gdap"]',
        'sharedList    REG_EXPAND_SZ    https://lists.contoso.com/customers.csv',
        'clipboardHotkey    REG_SZ    null',
      ),
    ).toEqual({
      language: 'fr',
      authority: 'organizations',
      sources: ['azure-tenants', 'gdap'],
      sharedList: 'https://lists.contoso.com/customers.csv',
      clipboardHotkey: null,
    });
  });

  it('names settings in any case, as the registry does', () => {
    expect(settings('PERSISTTOKENS    REG_DWORD    0x0')).toEqual({ persistTokens: false });
  });

  it.each([
    'persistTokens    REG_DWORD    0x2',
    'persistTokens    REG_SZ    no',
    'syncMinutes    REG_SZ    often',
    'sources    REG_SZ    ["elsewhere"]',
    'sources    REG_SZ    [',
    'unknownSetting    REG_DWORD    0x1',
    '__proto__    REG_SZ    {"persistTokens":false}',
    '(Default)    REG_SZ    persistTokens',
  ])('that holds %j leaves that value out and keeps the others', (bad) => {
    expect(settings(bad, 'lookUpNames    REG_DWORD    0x0')).toEqual({ lookUpNames: false });
  });

  it('that is not there says nothing', () => {
    expect(settingsInKey(parseRegistryValues(''))).toEqual({});
  });
});

describe('managed preferences', () => {
  it('lock what they name, and recommend what stands under Recommended', () => {
    const content = { persistTokens: false, language: 'de', Recommended: { hotkey: 'Command+Shift+K' } };
    expect(policyOf(content, content.Recommended)).toEqual({
      locks: { persistTokens: false },
      defaults: { hotkey: 'Command+Shift+K' },
    });
  });
});
