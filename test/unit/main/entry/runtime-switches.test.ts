import { describe, expect, it } from 'vitest';
import { refusedSwitches, type Runtime } from '../../../../src/main/entry/runtime-switches.ts';

const packaged: Runtime = { platform: 'linux', packaged: true };
const link = 'tidegate://open?tenant=6babcaad-604b-40ac-a9d7-9fd97c0b779f';

/** Switches that weaken the windows, open them to others, start programs or record traffic. */
const dangerous = [
  ...['no-sandbox', 'disable-setuid-sandbox', 'disable-namespace-sandbox', 'disable-gpu-sandbox'],
  ...['disable-seccomp-filter-sandbox', 'no-zygote', 'no-zygote-sandbox', 'single-process', 'in-process-gpu'],
  ...['allow-sandbox-debugging', 'disable-web-security', 'disable-site-isolation-trials', 'process-per-site'],
  ...['disable-site-isolation-for-policy', 'allow-file-access-from-files', 'allow-running-insecure-content'],
  ...['unsafely-treat-insecure-origin-as-secure=https://a.example', 'reduce-security-for-testing'],
  ...['disable-features=IsolateOrigins,site-per-process', 'enable-features=NetworkServiceInProcess2'],
  ...['enable-features=UseOzonePlatform,NetworkServiceInProcess2', 'enable-blink-features=MojoJS'],
  ...['blink-settings=webSecurityEnabled=false', 'disable-blink-features=X', 'force-fieldtrials=A/B/'],
  ...[
    'remote-debugging-port=9222',
    'remote-debugging-pipe',
    'remote-allow-origins=*',
    'inspect',
    'inspect-brk',
  ],
  ...['js-flags=--expose-gc', 'load-extension=/tmp/x', 'ignore-certificate-errors', 'log-net-log=/tmp/log'],
  ...[
    'ignore-certificate-errors-spki-list=abc',
    'net-log-capture-mode=Everything',
    'ssl-key-log-file=/tmp/k',
  ],
  ...[
    'renderer-cmd-prefix=sh',
    'gpu-launcher=sh',
    'utility-cmd-prefix=sh',
    'browser-subprocess-path=/bin/sh',
  ],
  ...['auth-server-allowlist=*', 'use-fake-ui-for-media-stream', 'a-switch-of-the-next-chromium'],
];

describe('a start is refused', () => {
  it.each(dangerous)('with --%s, wherever it stands', (name) => {
    const word = `--${name}`;
    for (const args of [[word], ['--lang=fr', word], ['open', 'contoso', word], [link, word]])
      expect(refusedSwitches(args, packaged)).toEqual([word]);
    expect(refusedSwitches(['open', '--browser', word], packaged)).toEqual([word]);
  });

  it.each(dangerous)('with -%s, which Chromium reads like two dashes', (name) => {
    expect(refusedSwitches([`-${name}`], packaged)).toEqual([`-${name}`]);
  });

  it('with /no-sandbox on Windows alone, where no path looks like it', () => {
    expect(
      refusedSwitches(['/no-sandbox', '/a/b.csv', '/x.csv'], { ...packaged, platform: 'win32' }),
    ).toEqual(['/no-sandbox']);
    expect(refusedSwitches(['/no-sandbox'], packaged)).toEqual([]);
  });

  it('with a debugger in the package, not in the unpacked application', () => {
    const args = ['--inspect=0', '--inspect-brk', '--remote-debugging-port=0', '--remote-debugging-pipe'];
    expect(refusedSwitches(args, packaged)).toEqual(args);
    expect(refusedSwitches(args, { ...packaged, packaged: false })).toEqual([]);
    expect(refusedSwitches(['--no-sandbox'], { ...packaged, packaged: false })).toEqual(['--no-sandbox']);
  });
});

describe('a start goes on', () => {
  it.each<[string, readonly string[]]>([
    ['with nothing', []],
    ['for the screen', ['--ozone-platform=wayland', '--force-device-scale-factor=1.5', '--disable-gpu']],
    ['for Wayland', ['--enable-features=UseOzonePlatform,WaylandWindowDecorations']],
    ['in a language', ['--lang=fr']],
    ['in another place', ['--user-data-dir=/tmp/x', '--password-store=basic']],
    ['behind a proxy', ['--proxy-server=proxy:8080', '--proxy-bypass-list=*.local', '--no-proxy-server']],
    ['with names of its own', ['--host-resolver-rules=MAP login.microsoftonline.com:443 127.0.0.1:1']],
    ['with messages', ['--enable-logging', '--v=1']],
    ['from the Finder of macOS', ['-psn_0_1']],
    ['with options of Tidegate', ['--dry-run', 'open', 'contoso', '--json', '--page=incidents']],
    ['with commands that look like options', ['--help']],
    ['with words behind two dashes, which nobody takes for switches', ['open', '--', '--no-sandbox']],
    ['with a single dash, which is a file', ['import', '-']],
  ])('%s', (_what, args) => {
    expect(refusedSwitches(args, packaged)).toEqual([]);
  });
});
