import { describe, expect, it } from 'vitest';
import { isWholePath } from '../../../../../src/main/system/files/whole-path.ts';
import { windowsFile } from '../../../../../src/main/system/files/windows-file.ts';
import { isListPlace } from '../../../../../src/main/customers/shared-list/read-place.ts';

describe('what a path of Windows stands for', () => {
  it.each([
    ['C:\\lists\\con', 'device'],
    ['C:\\lists\\CON.csv', 'device'],
    ['C:\\lists\\aux.list.csv', 'device'],
    ['C:\\lists\\nul ', 'device'],
    ['C:\\lists\\prn .csv', 'device'],
    ['C:\\lists\\com1.csv', 'device'],
    ['C:\\lists\\LPT²', 'device'],
    ['C:\\lists\\conout$', 'device'],
    ['\\\\server\\share\\nul.csv', 'device'],
    ['C:/lists/nul', 'device'],
    ['nul', 'device'],
    ['nul:', 'device'],
    ['\\\\.\\COM1', 'device'],
    ['\\\\.\\C:\\list.csv', 'device'],
    ['//./pipe/tidegate', 'device'],
    ['\\\\?\\GLOBALROOT\\Device\\Harddisk0', 'device'],
    ['C:\\lists\\list.csv:hidden', 'other'],
    ['C:\\lists\\list.csv:hidden:$DATA', 'other'],
  ])('%s: no file, but %s', (path, what) => {
    expect(windowsFile(path)).toEqual({ kind: 'no-file', what });
  });

  it.each([
    ['C:\\lists\\list.csv', 'C:\\lists\\list.csv'],
    ['C:\\lists\\list.csv.', 'C:\\lists\\list.csv'],
    ['C:\\lists\\list.csv. . ', 'C:\\lists\\list.csv'],
    ['C:\\con.fidential\\console.csv', 'C:\\con.fidential\\console.csv'],
    ['C:\\lists\\com10.csv', 'C:\\lists\\com10.csv'],
    ['C:\\lists\\auxiliary', 'C:\\lists\\auxiliary'],
    ['C:\\lists\\ con.csv', 'C:\\lists\\ con.csv'],
    ['C:\\lists\\.csv', 'C:\\lists\\.csv'],
    ['C:\\lists\\..', 'C:\\lists\\..'],
    ['C:\\', 'C:\\'],
    ['\\\\server\\Größe$\\Łódź.csv ', '\\\\server\\Größe$\\Łódź.csv'],
    ['\\\\?\\C:\\lists\\list.csv', '\\\\?\\C:\\lists\\list.csv'],
    ['\\\\?\\UNC\\server\\share\\list.csv', '\\\\?\\UNC\\server\\share\\list.csv'],
    ['C:\\a.\\a.', 'C:\\a.\\a'],
  ])('%s is the file %s', (path, meant) => {
    expect(windowsFile(path)).toEqual({ kind: 'file', path: meant });
  });
});

describe('a path is whole', () => {
  it.each([
    ['win32', 'C:\\lists\\a.csv', true],
    ['win32', 'c:/lists/a.csv', true],
    ['win32', 'E:\\', true],
    ['win32', '\\\\server\\share\\a.csv', true],
    ['win32', '\\lists\\a.csv', false],
    ['win32', '/lists/a.csv', false],
    ['win32', 'C:a.csv', false],
    ['win32', 'a.csv', false],
    ['win32', '%USERPROFILE%\\a.csv', false],
    ['win32', '\\\\', false],
    ['linux', '/lists/a.csv', true],
    ['linux', 'C:\\lists\\a.csv', false],
    ['darwin', '/a', true],
    ['darwin', '~/a', false],
  ] as const)('on %s, %s: %s', (platform, path, whole) => {
    expect(isWholePath(path, platform)).toBe(whole);
    expect(isListPlace(path, platform)).toBe(whole);
  });

  it('an address is a place of a list on every system', () => {
    expect(isListPlace('https://lists.example/a.csv', 'win32')).toBe(true);
    expect(isListPlace('http://lists.example/a.csv', 'win32')).toBe(false);
  });
});
