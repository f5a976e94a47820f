import { describe, expect, it } from 'vitest';
import { startedWith, wordsOf } from '../../../../../src/main/browsers/running/windows-command-line.ts';
import { readProcesses } from '../../../../../src/main/system/process/windows-processes.ts';

describe('the words of a command line of Windows', () => {
  // Microsoft's own table of examples, and paths.
  it.each([
    [String.raw`"abc" d e`, ['abc', 'd', 'e']],
    [String.raw`a\\b d"e f"g h`, [String.raw`a\\b`, 'de fg', 'h']],
    [String.raw`a\\\"b c d`, [String.raw`a\"b`, 'c', 'd']],
    [String.raw`a\\\\"b c" d e`, [String.raw`a\\b c`, 'd', 'e']],
    [String.raw`"a""b c" d`, ['a"b c', 'd']],
    [
      String.raw`"C:\Program Files\x.exe"  "--y=C:\a b\\" ""`,
      [String.raw`C:\Program Files\x.exe`, String.raw`--y=C:\a b` + '\\', ''],
    ],
    ['', []],
    [' \t ', []],
    ['"not closed', ['not closed']],
  ])('%j', (line, words) => {
    expect(wordsOf(line)).toEqual(words);
  });
});

describe('the processes that were started with a folder', () => {
  const folder = String.raw`C:\Users\Jörg Größe\AppData\Local\Tidegate\browsers\edge`;
  const edge = String.raw`"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe"`;
  const found = (...lines: readonly string[]) =>
    startedWith(
      lines.map((commandLine, at) => ({ pid: 100 + at, commandLine })),
      folder,
    );

  it.each([
    [
      'as Tidegate starts it',
      `${edge} "--user-data-dir=${folder}" --profile-directory=t-1 https://x.example/`,
    ],
    ['in another case, with a backslash at the end', `${edge} "--user-data-dir=${folder.toLowerCase()}\\\\"`],
    ['with quotes around the value alone', `${edge} --user-data-dir="${folder}"`],
    ['Firefox', `firefox.exe --profile "${folder}" https://x.example/`],
    ['Firefox as it starts itself', `"firefox.exe" -profile "${folder}" -foreground`],
  ])('are found: %s', (_, line) => {
    expect(found(line)).toEqual([100]);
  });

  it.each([
    ['of another folder', `${edge} "--user-data-dir=${folder}-beta"`],
    ['of a folder in it', `${edge} "--user-data-dir=${folder}\\t-1"`],
    ['helpers', `${edge} --type=renderer "--user-data-dir=${folder}"`],
    ['helpers of Firefox', `firefox.exe -contentproc --profile "${folder}" tab`],
    ['of an address that names the folder', `${edge} "https://x.example/ --user-data-dir=${folder}"`],
    ['of nothing that is known', ''],
    ['that are called so', `"--user-data-dir=${folder}"`],
    ['that end before the folder', 'firefox.exe --profile'],
  ])('are not those %s', (_, line) => {
    expect(found(line)).toEqual([]);
  });
});

describe('what PowerShell writes of processes', () => {
  it('is a list, or one process alone', () => {
    const one = { ProcessId: 5120, CommandLine: '"Größe 山.exe" --a' };
    const read = [{ pid: 5120, commandLine: '"Größe 山.exe" --a' }];
    expect(readProcesses(`\uFEFF${JSON.stringify(one)}\r\n`)).toEqual(read);
    const others = [
      { ProcessId: 0, CommandLine: null },
      { ProcessId: 4 },
      one,
      { ProcessId: 9, CommandLine: null },
    ];
    expect(readProcesses(JSON.stringify(others))).toEqual([...read, { pid: 9, commandLine: '' }]);
  });

  it.each(['', '\uFEFF', 'Access denied', 'null', '7', '"x"'])('is none where it is %j', (text) => {
    expect(readProcesses(text)).toBeUndefined();
  });

  it('names no process by what is no number', () => {
    expect(
      readProcesses('[{"ProcessId":"7","CommandLine":"x"},{"ProcessId":-1},{"ProcessId":1.5},null,[]]'),
    ).toEqual([]);
  });
});
