import { describe, expect, it } from 'vitest';
import {
  entriesOf,
  parseRegistryExport,
  textsIn,
  valuesBelow,
} from '../../../../../src/main/system/process/registry-export.ts';

const key = String.raw`HKEY_CURRENT_USER\Software\Tidegate`;
const file = (...lines: readonly string[]): string =>
  ['Windows Registry Editor Version 5.00', '', ...lines, '', ''].join('\r\n');
const entries = (...lines: readonly string[]) =>
  entriesOf(parseRegistryExport(file(`[${key}]`, ...lines)), key);

/** Bytes of UTF-16 as an export has them, with what ends the text, broken after so many columns. */
const hex = (text: string): string =>
  [...Buffer.from(`${text}\0`, 'utf16le')]
    .map((byte, at) => `${at > 0 && at % 25 === 0 ? '\\\r\n  ' : ''}${byte.toString(16).padStart(2, '0')}`)
    .join(',');

describe('an export of the registry', () => {
  it('has texts with all their letters', () => {
    expect(entries('@="Jörg"', String.raw`"Łódź"="C:\\Users\\山田 \"T\"\\x.exe"`)).toEqual([
      { name: '', type: 'REG_SZ', data: 'Jörg' },
      { name: 'Łódź', type: 'REG_SZ', data: String.raw`C:\Users\山田 "T"\x.exe` },
    ]);
  });

  it('has texts of several lines, and what looks like a key or a value in them', () => {
    expect(entries('"a"="one', `[${key}\\Other]`, '\\"b\\"=\\"2\\"', 'end"', '"c"=dword:00000001')).toEqual([
      { name: 'a', type: 'REG_SZ', data: `one\r\n[${key.replaceAll('\\', '')}Other]\r\n"b"="2"\r\nend` },
      { name: 'c', type: 'REG_DWORD', data: '0x00000001' },
    ]);
  });

  it('has texts with variables as bytes over several lines', () => {
    const text = String.raw`%ProgramFiles%\Größe\browser.exe`;
    expect(entries(`"a"=hex(2):${hex(text)}`, '"b"=hex:', '"c"=hex(7):61,00,00,00')).toEqual([
      { name: 'a', type: 'REG_EXPAND_SZ', data: text },
      { name: 'b', type: 'REG_BINARY', data: '' },
      { name: 'c', type: 'REG_MULTI_SZ', data: '61,00,00,00' },
    ]);
  });

  it('tells keys apart, in whatever case, and keys in keys', () => {
    const keys = parseRegistryExport(file(`[${key}]`, '', `[${key}\\a]b]`, '@="x"', '', `[${key}\\C]`));
    expect(keys.map(({ path }) => path)).toEqual([key, `${key}\\a]b`, `${key}\\C`]);
    expect(textsIn(keys)).toEqual([{ key: `${key}\\a]b`, name: '', data: 'x' }]);
    expect(entriesOf(keys, key.toUpperCase())).toEqual([]);
    expect(entriesOf(keys, `${key}\\D`)).toBeUndefined();
  });

  it('gives texts and numbers by name, and keys in keys as objects', () => {
    const keys = parseRegistryExport(
      file(
        ...[`[${key}]`, '"a"="1"', '"b"=dword:0000003c', '"c"=hex:01', '@="own"', ''],
        ...[`[${key}\\List]`, '"1"="x"', '"2"="y"', '', `[${key}\\List\\Deep]`, '"z"=dword:1', ''],
        ...[`[${key}More]`, '"no"="no"', '', `[${key}\\__proto__]`, '"no"="no"', ''],
      ),
    );
    const { List: list, ...rest } = valuesBelow(keys, key.toLowerCase());
    expect(list).toEqual({ '1': 'x', '2': 'y', Deep: { z: 1 } });
    expect({ ...rest }).toMatchObject({ a: '1', b: 60 });
    expect(Object.keys(rest)).toEqual(['__proto__', 'a', 'b']);
    expect('no' in {}).toBe(false);
    expect(valuesBelow(keys, `${key}\\Nothing`)).toEqual({});
  });

  it.each(['', 'nonsense', '[', '"a"', '"a"=', '@', `[${key}]\r\n"a"="without an end`, '\0\r\n"x"="y"\r\n'])(
    'that is cut or none gives nothing more than is there: %j',
    (text) => {
      for (const { entries: found } of parseRegistryExport(text)) expect(found).toEqual([]);
    },
  );
});
