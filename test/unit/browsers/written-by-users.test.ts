import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillCommand, parseCommand } from '../../../src/main/browsers/launch/custom-command.ts';
import { checkArguments } from '../../../src/main/browsers/launch/extra-arguments.ts';

describe('a command of the user’s own', () => {
  it.each([
    ['/usr/bin/x {url}', ['/usr/bin/x', '{url}']],
    [
      '  /usr/bin/x\u00a0 "{name} here"  --t={tenantId} {url} ',
      ['/usr/bin/x', '{name} here', '--t={tenantId}', '{url}'],
    ],
    [
      '"/opt/my tools/x" $(id) `id` ; | & > {url}',
      ['/opt/my tools/x', '$(id)', '`id`', ';', '|', '&', '>', '{url}'],
    ],
    ['/usr/bin/x "" {url}', ['/usr/bin/x', '', '{url}']],
  ])('%j is these words, and no shell reads them', (text, words) => {
    expect(parseCommand(text, 'linux')).toEqual({
      ok: true,
      value: { executable: words[0], args: words.slice(1) },
    });
  });

  it.each([
    ['', 'linux', ''],
    ['firefox {url}', 'linux', 'firefox'],
    ['./x {url}', 'linux', './x'],
    ['/usr/bin/x', 'linux', '{url}'],
    ['/usr/bin/x {url} {password}', 'linux', '{password}'],
    ['/usr/bin/{name} {url}', 'linux', '/usr/bin/{name}'],
    ['/usr/bin/x "{url}', 'linux', '/usr/bin/x "{url}'],
    ['/usr/bin/x a"b" {url}', 'linux', '/usr/bin/x a"b" {url}'],
    ['C:\\x.cmd {url}', 'win32', 'C:\\x.cmd'],
    ['C:\\x.BAT {url}', 'win32', 'C:\\x.BAT'],
    ['\\\\host\\share\\x.exe {url}', 'win32', '\\\\host\\share\\x.exe'],
    ['x.exe {url}', 'win32', 'x.exe'],
  ] as const)('%j on %s is refused, naming what is wrong', (text, platform, wrong) => {
    expect(parseCommand(text, platform)).toMatchObject({
      error: { kind: 'custom-invalid', values: { text: wrong } },
    });
  });

  it('keeps every value in its own argument, whatever it holds', () => {
    const args = ['{name}', '--n={name}', '{name}{url}', '{url}', '{tenantId}', 'x'];
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        const filled = fillCommand(args, { url: 'https://u/', tenantId: 'id', name });
        expect(filled).toHaveLength(args.length);
        expect(filled[0]).not.toMatch(/^[-/]/);
        expect(filled[1]).toBe(`--n=${name}`);
        expect(filled.slice(3)).toEqual(['https://u/', 'id', 'x']);
      }),
    );
  });
});

describe('arguments of the user’s own', () => {
  it.each([
    ['--force-dark-mode'],
    ['--lang=fr'],
    ['--proxy-server=http://proxy:3128'],
    ['--window-size=1200,800'],
  ])('%s may be given', (argument) => {
    expect(checkArguments([argument]).ok).toBe(true);
  });

  it.each([
    '--user-data-dir=/tmp/x',
    '--USER-DATA-DIR=/tmp/x',
    '--profile-directory=Default',
    '--profile',
    '--remote-debugging-port=9222',
    '--no-sandbox',
    '--ignore-certificate-errors',
    '--load-extension=/tmp/x',
    '--incognito',
    '--private-window',
    '--headless',
    '-P',
    '-profile',
    '/prefetch:1',
    'https://evil.example/',
    '--',
    '',
    '--a b=c',
    '--x=a\nb',
    '--x=\0',
    ' --lang=fr',
    '--user\u200b-data-dir=/tmp',
  ])('%j is refused', (argument) => {
    expect(checkArguments(['--lang=fr', argument])).toMatchObject({ error: { kind: 'argument-refused' } });
  });
});
