import { describe, expect, it } from 'vitest';
import type { RegistryEntry } from '../../../../../src/main/system/process/registry-export.ts';
import { readRegistryPolicy } from '../../../../../src/main/state/settings/policy.ts';
import { closedSettings } from '../../../../../src/main/state/settings/policy-values.ts';
import { defaultSettings } from '#shared/settings/settings.ts';

const above = String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Policies`;
const key = String.raw`${above}\Tidegate`;
const below = String.raw`${key}\Recommended`;

/** A key with its values as `reg query` prints them (name, type, data between four spaces), and the keys in it. */
interface Key {
  readonly values: readonly string[];
  readonly keys: readonly string[];
}

const printed = (_name: string, values: readonly string[], keys: readonly string[] = []): Key => ({
  values,
  keys,
});

const entryOf = (line: string): RegistryEntry => {
  const [name = '', type = '', data = ''] = line.split('    ');
  return { name: name === '(Default)' ? '' : name, type, data };
};

/** A registry in which these keys can be read, and no other. */
const registry = (keys: Readonly<Record<string, Key>>) =>
  readRegistryPolicy({
    keysIn: async (asked) => keys[asked]?.keys,
    read: async (asked) =>
      keys[asked] &&
      Object.entries(keys)
        .filter(([path]) => path.startsWith(asked))
        .map(([path, { values }]) => ({ path, entries: values.map(entryOf) })),
  });
const locks = (...values: readonly string[]) =>
  registry({ [above]: printed(above, [], [`${above}\\Microsoft`, key]), [key]: printed(key, values) });

describe('a key of the registry', () => {
  it('holds yes and no as numbers, and numbers', async () => {
    expect(
      await locks(
        'persistTokens    REG_DWORD    0x0',
        'windowsSso    REG_DWORD    0x1',
        'syncMinutes    REG_DWORD    0x3c',
      ),
    ).toEqual({
      defaults: {},
      locks: { persistTokens: false, windowsSso: true, syncMinutes: 60 },
      problems: [],
    });
  });

  it('takes one and nought for numbers where the setting is a number', async () => {
    expect(await locks('syncMinutes    REG_DWORD    0x0')).toMatchObject({ locks: { syncMinutes: 0 } });
    expect(await locks('syncMinutes    REG_DWORD    0x1')).toMatchObject({ locks: { syncMinutes: 1 } });
  });

  it('holds texts, and lists and nothing as JSON', async () => {
    expect(
      await locks(
        'language    REG_SZ    fr',
        'authority    REG_SZ    organizations',
        'sources    REG_SZ    ["azure-tenants","gdap"]',
        'sharedList    REG_EXPAND_SZ    https://lists.contoso.com/customers.csv',
        'clipboardHotkey    REG_SZ    null',
      ),
    ).toEqual({
      defaults: {},
      locks: {
        language: 'fr',
        authority: 'organizations',
        sources: ['azure-tenants', 'gdap'],
        sharedList: 'https://lists.contoso.com/customers.csv',
        clipboardHotkey: null,
      },
      problems: [],
    });
  });

  it('names settings in any case, as the registry does, and recommends in the key below', async () => {
    expect(
      await registry({
        [above]: printed(above, [], [key.toUpperCase()]),
        [key]: printed(key, ['PERSISTTOKENS    REG_DWORD    0x0', '(Default)    REG_SZ    x'], [below]),
        [below]: printed(below, ['language    REG_SZ    fr']),
      }),
    ).toEqual({ defaults: { language: 'fr' }, locks: { persistTokens: false }, problems: [] });
  });

  it.each([
    ['persistTokens    REG_DWORD    0x2', 'persistTokens', { persistTokens: false }],
    ['customAllowed    REG_SZ    no', 'customAllowed', { customAllowed: false }],
    ['customAllowed    REG_BINARY    00', 'customAllowed', { customAllowed: false }],
    [String.raw`portalHosts    REG_MULTI_SZ    a\0b`, 'portalHosts', { portalHosts: [] }],
    ['syncMinutes    REG_SZ    often', 'syncMinutes', {}],
    ['sources    REG_SZ    ["elsewhere"]', 'sources', {}],
    ['sources    REG_SZ    [', 'sources', {}],
    ['language    REG_SZ    ', 'language', {}],
  ])('that holds %j is told, closes that setting, and keeps the others', async (bad, setting, closes) => {
    const { problems, ...policy } = await locks(bad, 'lookUpNames    REG_DWORD    0x1');
    expect(policy).toEqual({ defaults: {}, locks: { lookUpNames: true, ...closes } });
    expect(problems).toMatchObject([{ kind: 'policy-value-refused', values: { place: key, setting } }]);
  });

  it.each(['persistToken', '__proto__', 'toString'])(
    'that names %s closes what that may have meant',
    async (name) => {
      expect(await locks(`${name}    REG_DWORD    0x0`)).toMatchObject({
        locks: closedSettings,
        problems: [{ kind: 'policy-name-unknown', values: { place: key, setting: name } }],
      });
    },
  );

  it('that is not there says nothing', async () => {
    expect(await registry({ [above]: printed(above, [], [`${above}\\Microsoft`]) })).toEqual({
      defaults: {},
      locks: {},
      problems: [],
    });
  });

  it.each([
    ['no key', {}, above],
    ['only the key above', { [above]: printed(above, [], [key]) }, key],
  ])('closes where %s can be read', async (_what, keys, place) => {
    expect(await registry(keys)).toEqual({
      defaults: {},
      locks: closedSettings,
      problems: [{ kind: 'policy-unreadable', values: { place, reason: 'policyReason.unread' } }],
    });
  });
});

it('what is closed is what a first start has, no sign-in kept and no newer version fetched', () => {
  expect({ ...defaultSettings, ...closedSettings }).toEqual({
    ...defaultSettings,
    persistTokens: false,
    updates: false,
  });
});
