import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { vi } from 'vitest';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const run = promisify(execFile);

/** What a command in the system ended with. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

type User = 'root' | 'analyst';

/** Its processes see nothing but it: a chroot will not do, because a process in one may make no user namespace, and so no sandbox. */
const enter = `
set -e
mount --bind "$1" "$1"
cd "$1"
mkdir -p .outside
mount -t proc proc proc
mount --rbind /dev dev
mount -t tmpfs -o mode=1777 tmpfs tmp
mount -t tmpfs -o mode=755 tmpfs run
pivot_root . .outside
umount -l /.outside
echo ready
exec sleep infinity
`;

/** A clean Debian that runs beside this one: its own files and processes, a screen and a session of its own. */
export class CleanSystem {
  readonly root: string;
  readonly #holder: ChildProcess;
  readonly #pid: number;
  readonly #session: Record<string, string> = {};

  private constructor(root: string, holder: ChildProcess, pid: number) {
    this.root = root;
    this.#holder = holder;
    this.#pid = pid;
  }

  static async open(): Promise<CleanSystem> {
    const archive = process.env['TIDEGATE_TEST_ROOT'];
    if (archive === undefined) throw new Error('Run these tests by: npm test -- packages');
    const root = await temporaryFolder('tidegate-clean-');
    await run('tar', ['-xf', archive, '-C', root]);
    const holder = spawn(
      'unshare',
      [
        '--mount',
        '--pid',
        '--fork',
        '--kill-child',
        '--propagation',
        'private',
        'sh',
        '-c',
        enter,
        'sh',
        root,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await lineOf(holder, 'ready');
    const children = readFileSync(`/proc/${holder.pid}/task/${holder.pid}/children`, 'utf8');
    return new CleanSystem(root, holder, Number(children.trim().split(' ')[0]));
  }

  #command(user: User, command: readonly string[]): [string, string[]] {
    const home = user === 'root' ? '/root' : '/home/analyst';
    const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
    const environment = Object.entries({
      HOME: home,
      PATH: path,
      LANG: 'C.UTF-8',
      USER: user,
      ...this.#session,
    });
    const id = user === 'root' ? '0' : '1000';
    return [
      'nsenter',
      [
        ...[
          '-t',
          String(this.#pid),
          '-m',
          '-p',
          '--',
          'setpriv',
          `--reuid=${id}`,
          `--regid=${id}`,
          '--clear-groups',
        ],
        ...['env', '-i', '-C', '/', ...environment.map(([name, value]) => `${name}=${value}`), ...command],
      ],
    ];
  }

  /** Runs a command to its end. */
  async run(user: User, ...command: readonly string[]): Promise<Ended> {
    const [file, args] = this.#command(user, command);
    try {
      const { stdout, stderr } = await run(file, args, { timeout: 120_000 });
      return { code: 0, stdout, stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { code?: number; stdout?: string; stderr?: string };
      return { code: code ?? 1, stdout: stdout ?? '', stderr: stderr ?? '' };
    }
  }

  /** As `run`; throws with what it printed when it does not end with 0. Gives its standard output. */
  async must(user: User, ...command: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await this.run(user, ...command);
    if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${stdout}\n${stderr}`);
    return stdout;
  }

  /** Starts what goes on running; it ends with the system. */
  start(user: User, ...command: readonly string[]): ChildProcess {
    const [file, args] = this.#command(user, command);
    return spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** A file of this machine is laid into the system. Gives its path there. */
  async bring(file: string): Promise<string> {
    const inside = join('/srv', file.slice(file.lastIndexOf('/') + 1));
    await mkdir(join(this.root, 'srv'), { recursive: true });
    await cp(file, join(this.root, inside));
    return inside;
  }

  async write(path: string, text: string, mode = 0o644): Promise<void> {
    await mkdir(dirname(join(this.root, path)), { recursive: true });
    await writeFile(join(this.root, path), text, { mode });
  }

  /** A screen with a window manager, and a session bus, of the ordinary user's. */
  async openDesktop(): Promise<void> {
    const screen = this.start(
      'analyst',
      'Xvfb',
      '-displayfd',
      '1',
      '-screen',
      '0',
      '1280x800x24',
      '-nolisten',
      'tcp',
    );
    this.#session['DISPLAY'] = `:${await lineOf(screen)}`;
    await this.must('root', 'install', '-d', '-o', '1000', '-g', '1000', '-m', '700', '/run/user/1000');
    this.#session['XDG_RUNTIME_DIR'] = '/run/user/1000';
    const bus = this.start('analyst', 'dbus-daemon', '--session', '--print-address', '--nofork');
    this.#session['DBUS_SESSION_BUS_ADDRESS'] = await lineOf(bus);
    this.start('analyst', 'openbox');
    await vi.waitFor(() => this.must('analyst', 'xdotool', 'get_desktop'), {
      timeout: 30_000,
      interval: 100,
    });
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.#holder.once('exit', resolve));
    this.#holder.kill('SIGKILL');
    await gone;
    await removeFolder(this.root);
  }
}

/** The first line that a process prints, or the first one that is `wanted`. */
function lineOf(child: ChildProcess, wanted?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) return reject(new Error('its output is not read'));
    let complaint = '';
    child.stderr?.on('data', (text) => (complaint += String(text)));
    createInterface(child.stdout).on('line', (line) => {
      if (wanted === undefined || line === wanted) resolve(line);
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`It ended with ${code} before it said anything: ${complaint}`)),
    );
  });
}
