import { describe, expect, it } from 'vitest';
import { fc } from '../../support/fast-check.ts';
import { fillCommand, parseCommand } from '../../../../src/main/browsers/launch/custom-command.ts';
import {
  argumentsFor,
  checkArguments,
  refusedArguments,
} from '../../../../src/main/browsers/launch/extra-arguments.ts';
import { handedAddress } from '../../../../src/main/browsers/launch/handed-address.ts';

describe('a command of the user’s own', () => {
  it.each([
    ['/usr/bin/x {url}', ['/usr/bin/x', '{url}']],
    [
      '  /usr/bin/x\u00a0 "a word" {name}  --t={tenantId} {url} ',
      ['/usr/bin/x', 'a word', '{name}', '--t={tenantId}', '{url}'],
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
    ['\\\\host\\share\\x.exe {url}', 'win32', '\\\\host\\share\\x.exe'],
    ['x.exe {url}', 'win32', 'x.exe'],
    ['/usr/bin/x a{url}', 'linux', 'a{url}'],
    ['/usr/bin/x {url}b', 'linux', '{url}b'],
    ['/usr/bin/x "open {name} {url}"', 'linux', 'open {name} {url}'],
    ['/usr/bin/x {url} --t={tenantId},{name}', 'linux', '--t={tenantId},{name}'],
    ['/usr/bin/x {url} -n={name}', 'linux', '-n={name}'],
    ['/usr/bin/x {url} n={name}', 'linux', 'n={name}'],
    ['/usr/bin/x {url} "--a b={name}"', 'linux', '--a b={name}'],
    ['/usr/bin/x {url} \u202egnp', 'linux', '/usr/bin/x {url} \u202egnp'],
  ] as const)('%j on %s is refused, naming what is wrong', (text, platform, wrong) => {
    expect(parseCommand(text, platform)).toMatchObject({
      error: { kind: 'custom-invalid', values: { text: wrong } },
    });
  });

  it('keeps every value in its own argument, whatever it holds', () => {
    const args = ['{name}', '--n={name}', '--u={url}', '{url}', '{tenantId}', 'x'];
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        const filled = fillCommand(args, { url: 'https://u/', tenantId: 'id', name });
        expect(filled).toHaveLength(args.length);
        expect(filled[0]).not.toMatch(/^[-/]/);
        expect(filled[1]).toBe(`--n=${name}`);
        expect(filled.slice(2)).toEqual(['--u=https://u/', 'https://u/', 'id', 'x']);
      }),
    );
  });
});

describe('a shell, an interpreter or a starter of programs is refused by name', () => {
  it.each([
    ...[
      '/bin/sh',
      '/usr/bin/bash',
      '/usr/local/bin/bash5.2',
      '/bin/dash',
      '/opt/homebrew/bin/fish',
      '/bin/ksh93',
    ],
    ...[
      '/usr/bin/env',
      '/usr/bin/xargs',
      '/usr/bin/nohup',
      '/usr/bin/setsid',
      '/usr/bin/sudo',
      '/usr/bin/pkexec',
    ],
    ...[
      '/usr/bin/python',
      '/usr/bin/python3.11',
      '/usr/bin/python3.11-dbg',
      '/usr/bin/pypy3',
      '/opt/node-v20/bin/node',
    ],
    ...[
      '/usr/bin/perl5.36-x86_64-linux-gnu',
      '/usr/bin/ruby3.1',
      '/usr/bin/php8.2',
      '/usr/bin/lua5.4',
      '/usr/bin/gawk',
    ],
    ...[
      '/bin/busybox',
      '/bin/busybox-static',
      '/bin/BASH',
      '/bin/bash-static',
      '/lib64/ld-linux-x86-64.so.2',
    ],
    ...[
      '/usr/bin/osascript',
      '/usr/bin/pwsh',
      '/usr/bin/pwsh-preview',
      '/home/ana/open.js',
      '/home/ana/open.PS1',
    ],
    ...['/usr/bin/xterm', '/usr/bin/gnome-terminal', '/usr/bin/ssh', '/usr/bin/tclsh8.6', '/usr/bin/timeout'],
  ])('%s on Linux', (program) => {
    expect(parseCommand(`${program} {url}`, 'linux')).toEqual({
      ok: false,
      error: { kind: 'shell-refused', values: { program } },
    });
  });

  it.each([
    ...[
      'cmd.exe',
      'CMD.EXE',
      'cmd',
      'cmd.exe.',
      'cmd.exe. . ',
      'Cmd.Exe ',
      'cmd.com',
      'command.com',
      'POWERS~1.EXE',
    ],
    ...[
      'powershell.exe',
      'pwsh.exe',
      'PowerShell_ISE.exe',
      'wscript.exe',
      'cscript.exe',
      'mshta.exe',
      'rundll32.exe',
    ],
    ...[
      'regsvr32.exe',
      'wsl.exe',
      'conhost.exe',
      'explorer.exe',
      'start.exe',
      'python3.12.exe',
      'pythonw.exe',
      'bash.exe',
    ],
    ...[
      'open.bat',
      'open.cmd',
      'open.CMD.',
      'open.ps1',
      'open.vbs ',
      'open.js',
      'open.wsf',
      'open.hta',
      'open.lnk',
    ],
    ...['tool.exe:stream', 'wt.exe', 'msiexec.exe', 'forfiles.exe', 'node.exe'],
  ])('%j on Windows', (name) => {
    const program = `C:\\Windows\\System32\\${name}`;
    expect(parseCommand(`"${program}" {url}`, 'win32')).toEqual({
      ok: false,
      error: { kind: 'shell-refused', values: { program } },
    });
    expect(parseCommand(`"C:\\Windows/System32/${name}" {url}`, 'win32').ok).toBe(false);
  });

  it.each([
    ...['/usr/bin/google-chrome-stable', '/usr/bin/firefox', '/opt/shell-viewer/view', '/usr/bin/flatpak'],
    ...[
      '/usr/bin/pythonic-browser',
      '/usr/bin/bashful',
      '/snap/bin/chromium',
      '/usr/bin/x-www-browser',
      '/usr/bin/7zz',
    ],
  ])('%s is none of them', (program) => {
    expect(parseCommand(`${program} {url}`, 'linux').ok).toBe(true);
  });

  it('a program on Windows is none of them', () => {
    expect(parseCommand('"C:\\Program Files\\Our Browser\\browser.exe" --site={url}', 'win32').ok).toBe(true);
    expect(parseCommand('"C:\\Program Files\\Mozilla Firefox\\firefox.exe" {url}', 'win32').ok).toBe(true);
  });
});

describe('the address that is handed over', () => {
  it.each([
    [
      'https://security.microsoft.com/a;b?q=$(id)`id`&r=x|y;z&tid=1#/a(b)!c',
      'https://security.microsoft.com/a%3Bb?q=%24%28id%29%60id%60&r=x%7Cy%3Bz&tid=1#/a%28b%29%21c',
    ],
    ["https://h/users('a')/x*?$filter=a<b>", 'https://h/users%28%27a%27%29/x%2A?%24filter=a%3Cb%3E'],
    ['https://h/a&b/?x=1&y=2#p=1&q=2', 'https://h/a%26b/?x=1&y=2#p=1&q=2'],
    ['https://h/#!/blade/x!y', 'https://h/#!/blade/x%21y'],
    ['https://h/?q=%26%24&r=%2525', 'https://h/?q=%26%24&r=%2525'],
  ])('%s holds no sign of a shell but the grammar of an address', (address, handed) => {
    expect(handedAddress(address)).toBe(handed);
    expect(handedAddress(handed)).toBe(handed);
  });

  it('means what it meant: the same parameters, path and fragment once they are decoded', () => {
    const word = fc.string({ unit: fc.constantFrom(..."$&;()*!'|<>`az09%~ é+=/?#"), maxLength: 12 });
    fc.assert(
      fc.property(word, word, word, word, (path, name, value, fragment) => {
        const url = new URL('https://h/');
        url.pathname = encodeURIComponent(path);
        url.searchParams.append(`k${name}`, value);
        url.searchParams.append('tid', '1');
        url.hash = encodeURIComponent(fragment);
        const handed = new URL(handedAddress(url.href));
        expect([...handed.searchParams]).toEqual([...url.searchParams]);
        expect(decodeURIComponent(handed.pathname)).toBe(decodeURIComponent(url.pathname));
        expect(decodeURIComponent(handed.hash)).toBe(decodeURIComponent(url.hash));
        expect(handed.href.replaceAll('&', '')).not.toMatch(/[$&;()*!'|<>`]/);
      }),
    );
  });
});

describe('arguments of the user’s own', () => {
  it.each([
    ['--force-dark-mode'],
    ['--lang=fr'],
    ['--lang=zh-Hant-TW'],
    ['--accept-lang=fr-FR,fr,en'],
    ['--window-size=1200,800'],
    ['--window-position=-100,0'],
    ['--force-device-scale-factor=1.5'],
    ['--start-maximized'],
    ['--ozone-platform=wayland'],
    ['--new-window'],
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
    '--disable-namespace-sandbox',
    '--disable-features=IsolateOrigins',
    '--enable-features=x',
    '--log-net-log',
    '--log-net-log=/tmp/x',
    '--auth-server-allowlist=*',
    '--url=https://evil.example/',
    '--proxy-server=http://proxy:3128',
    '--proxy-pac-url=https://evil.example/p.pac',
    '--js-flags=--expose-gc',
    '--enable-logging',
    '--start-maximized=1',
    '--START-MAXIMIZED',
    '--lang',
    '--lang=',
    '--lang=fr fr',
    '--lang=../../x',
    '--window-size=1200',
    '--window-size=1200,800,1',
    '--window-size=1e9,800',
    '--force-device-scale-factor=1;x',
    '--constructor',
    '--to-string',
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
    '--lang=fr\n',
    '--user\u200b-data-dir=/tmp',
  ])('%j is refused', (argument) => {
    expect(checkArguments(['--lang=fr', argument])).toMatchObject({ error: { kind: 'argument-refused' } });
    expect(refusedArguments(['--lang=fr', argument])).toEqual([argument]);
    for (const brand of ['chromium', 'edge', 'firefox'] as const)
      expect(argumentsFor(brand, [argument])).toEqual([]);
  });

  it('each kind of browser is given those that it understands', () => {
    const args = ['--lang=fr', '--new-window', '--foreground'];
    expect(argumentsFor('edge', args)).toEqual(['--lang=fr', '--new-window']);
    expect(argumentsFor('firefox', args)).toEqual(['--new-window', '--foreground']);
  });
});
