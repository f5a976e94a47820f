import { posix, win32 } from 'node:path';
import type { Platform } from '#shared/platform.ts';

/** Programs that read their arguments as a program. */
const shells = [
  ...['sh', 'ash', 'bash', 'rbash', 'dash', 'zsh', 'fish', 'ksh', 'rksh', 'mksh', 'pdksh', 'oksh', 'lksh'],
  ...['csh', 'bsd-csh', 'tcsh', 'yash', 'posh', 'elvish', 'nu', 'xonsh', 'osh', 'ysh', 'oil', 'git-bash'],
  ...['git-cmd', 'cmd', 'command', 'powershell', 'powershell_ise', 'pwsh', 'busybox', 'toybox'],
];

const languages = [
  ...[
    'python',
    'pythonw',
    'ipython',
    'pypy',
    'py',
    'pyw',
    'perl',
    'wperl',
    'raku',
    'ruby',
    'rubyw',
    'irb',
    'jruby',
  ],
  ...[
    'node',
    'nodejs',
    'deno',
    'bun',
    'npx',
    'npm',
    'pnpm',
    'yarn',
    'tsx',
    'ts-node',
    'electron',
    'qjs',
    'gjs',
    'cjs',
  ],
  ...[
    'php',
    'php-cgi',
    'php-cli',
    'lua',
    'luajit',
    'awk',
    'gawk',
    'mawk',
    'nawk',
    'original-awk',
    'sed',
    'ed',
    'm4',
  ],
  ...[
    'tclsh',
    'wish',
    'expect',
    'guile',
    'racket',
    'scheme',
    'sbcl',
    'clisp',
    'emacs',
    'emacsclient',
    'vi',
    'vim',
  ],
  ...[
    'nvim',
    'ex',
    'r',
    'rscript',
    'julia',
    'java',
    'javaw',
    'jshell',
    'groovy',
    'scala',
    'kotlin',
    'dotnet',
    'mono',
  ],
  ...[
    'osascript',
    'automator',
    'swift',
    'erl',
    'elixir',
    'iex',
    'ghci',
    'runghc',
    'ocaml',
    'gdb',
    'lldb',
    'make',
  ],
];

/** Programs that start the one that their arguments name. */
const starters = [
  ...[
    'env',
    'xargs',
    'nohup',
    'setsid',
    'sudo',
    'sudoedit',
    'doas',
    'pkexec',
    'su',
    'runuser',
    'run0',
    'chroot',
  ],
  ...[
    'unshare',
    'nsenter',
    'setpriv',
    'capsh',
    'nice',
    'ionice',
    'chrt',
    'taskset',
    'timeout',
    'stdbuf',
    'time',
  ],
  ...[
    'watch',
    'script',
    'strace',
    'ltrace',
    'valgrind',
    'flock',
    'parallel',
    'find',
    'ssh',
    'at',
    'batch',
    'screen',
  ],
  ...[
    'tmux',
    'systemd-run',
    'systemd-cat',
    'start-stop-daemon',
    'dbus-run-session',
    'dbus-launch',
    'firejail',
  ],
  ...[
    'bwrap',
    'gksu',
    'gksudo',
    'kdesu',
    'ld',
    'ld-linux',
    'ld-linux-x86-64',
    'ld-linux-aarch64',
    'ld-musl',
    'exec',
  ],
  ...[
    'xterm',
    'uxterm',
    'x-terminal-emulator',
    'gnome-terminal',
    'konsole',
    'xfce4-terminal',
    'alacritty',
    'kitty',
  ],
  ...[
    'wezterm',
    'foot',
    'terminator',
    'tilix',
    'urxvt',
    'rxvt',
    'st',
    'lxterminal',
    'mate-terminal',
    'launchctl',
  ],
];

/** The same on Windows: many programs of the system run what they are given. */
const startersOfWindows = [
  ...[
    'wscript',
    'cscript',
    'mshta',
    'rundll',
    'regsvr',
    'wsl',
    'wslg',
    'wslhost',
    'conhost',
    'openconsole',
    'wt',
  ],
  ...[
    'windowsterminal',
    'explorer',
    'start',
    'forfiles',
    'pcalua',
    'runas',
    'psexec',
    'schtasks',
    'wmic',
    'hh',
  ],
  ...[
    'msiexec',
    'msbuild',
    'installutil',
    'regasm',
    'regsvcs',
    'cmstp',
    'control',
    'odbcconf',
    'msdt',
    'certutil',
  ],
  ...['bitsadmin', 'mavinject', 'ieexec', 'presentationhost', 'syncappvpublishingserver', 'runscripthelper'],
  ...[
    'scriptrunner',
    'mmc',
    'winrs',
    'winrm',
    'dnx',
    'csi',
    'fsi',
    'msxsl',
    'xwizard',
    'infdefaultinstall',
    'verclsid',
  ],
];

const interpreters: ReadonlySet<string> = new Set([
  ...shells,
  ...languages,
  ...starters,
  ...startersOfWindows,
]);

/** Files that a system or a desktop gives to an interpreter by their extension. */
const scriptExtension =
  /\.(bat|cmd|ps1|psm1|psd1|vbs|vbe|vb|js|jse|mjs|cjs|wsf|wsh|wsc|hta|msc|scr|pif|cpl|lnk|url|jar|scpt|applescript|command|workflow|desktop)$/i;

/**
 * SECURITY: whether a program is a shell, an interpreter or a starter of other programs, by the name of its file: what it
 * was given as one argument, it would read as a program of its own. Names with a version, in any case, with `.exe` and
 * with the dots and spaces that Windows drops at the end are the same. A link is not followed here.
 */
export function isInterpreter(executable: string, platform: Platform): boolean {
  const base = (platform === 'win32' ? win32 : posix).basename(executable);
  const name = base.toLowerCase().replace(/[\s.]+$/u, '');
  if (scriptExtension.test(name)) return true;
  // A stream of a file, and the short name that Windows gives a long one, hide which file it is.
  if (platform === 'win32' && /:|~\d/.test(name)) return true;
  return namesOf(name.replace(/\.(exe|com)$/, '').replace(/[\s.]+$/u, '')).some((each) =>
    interpreters.has(each),
  );
}

/** The name itself, and what it is without its version and build: `python3.11-dbg`, `bash-static`, `ld-linux.so.2`. */
function namesOf(name: string): readonly string[] {
  const plain = name.replace(/[-.](static|minimal|dbg|debug|preview|lts|real|bin|distrib|so)\b.*$/, '');
  return [name, plain, ...[name, plain].map((each) => each.replace(/[-_.]?v?\d[\w.+~-]*$/, ''))];
}
