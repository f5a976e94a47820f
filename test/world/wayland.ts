import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);

/** A Wayland session of its own, without a screen: sway, whose one output is in memory. It has no X11 in it. */
export interface WaylandSession {
  /** What a program of that session has in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Presses a chord such as `ctrl+shift+space`, or types a text, by the compositor's virtual keyboard. */
  press(chord: string): Promise<void>;
  type(text: string): Promise<void>;
  /** The windows that are on the output, as the compositor sees them. */
  windows(): Promise<readonly WaylandWindow[]>;
  /** Writes a picture of the output. */
  photograph(path: string): Promise<void>;
  stop(): Promise<void>;
}

export interface WaylandWindow {
  readonly title: string;
  readonly pid: number;
  /** It has the keyboard. */
  readonly focused: boolean;
}

export interface WaylandOptions {
  /** Of the programs that the session's keys start. */
  readonly environment: Readonly<Record<string, string>>;
  /** Keys of the desktop, in sway's words, and the command that each runs. */
  readonly bindings: Readonly<Record<string, string>>;
}

export async function startWayland({ bindings, environment }: WaylandOptions): Promise<WaylandSession> {
  const runtime = await temporaryFolder('wl-');
  const config = join(runtime, 'config');
  const lines = Object.entries(bindings).map(([keys, command]) => `bindsym ${keys} exec ${command}`);
  await writeFile(
    config,
    ['xwayland disable', 'output HEADLESS-1 resolution 1280x800', ...lines, ''].join('\n'),
  );
  const base = { ...environment, XDG_RUNTIME_DIR: runtime, XDG_SESSION_TYPE: 'wayland', DISPLAY: '' };
  const compositor = spawn('sway', ['-c', config], {
    env: { ...base, WLR_BACKENDS: 'headless', WLR_LIBINPUT_NO_DEVICES: '1', WLR_RENDERER: 'pixman' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  compositor.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const socket = await appears(
    runtime,
    /^sway-ipc\..*\.sock$/,
    () => compositor.exitCode !== null && complaint,
  );
  const display = await appears(runtime, /^wayland-\d+$/, () => compositor.exitCode !== null && complaint);
  const own = { ...base, WAYLAND_DISPLAY: display, SWAYSOCK: join(runtime, socket) };
  const tool = async (command: string, args: readonly string[]): Promise<string> =>
    (await run(command, [...args], { env: own })).stdout;
  // A keyboard that stays: without one the seat loses its keyboard after each call, and the next first key with it.
  const keyboard = spawn('wtype', ['-s', '2147483647'], { env: own, stdio: 'ignore' });
  let calls = 0;
  /**
   * wtype numbers its keys anew at each call. Its numbers must not be those of the call before: where one window has seen a
   * key go down and another one up, the same number counts as held. So it lets go of keys that were never pressed first.
   */
  const freshKeys = (): string[] => {
    const used = (calls++ % 8) * keysOfACall;
    return Array.from({ length: used }, (_each, at) => ['-p', `U${(0x400 + at).toString(16)}`]).flat();
  };
  return {
    environment: {
      XDG_RUNTIME_DIR: runtime,
      XDG_SESSION_TYPE: 'wayland',
      WAYLAND_DISPLAY: display,
      DISPLAY: '',
    },
    async press(chord) {
      const [key = '', ...modifiers] = chord.split('+').toReversed();
      const down = modifiers.toReversed().flatMap((name) => ['-M', name]);
      await tool('wtype', [...freshKeys(), ...down, '-k', key, ...modifiers.flatMap((name) => ['-m', name])]);
    },
    async type(text) {
      await tool('wtype', [...freshKeys(), '--', text]);
    },
    async windows() {
      return windowsIn(JSON.parse(await tool('swaymsg', ['-r', '-t', 'get_tree'])) as Node);
    },
    async photograph(path) {
      await mkdir(join(path, '..'), { recursive: true });
      await tool('grim', [path]);
    },
    async stop() {
      keyboard.kill();
      if (compositor.exitCode === null && compositor.signalCode === null) {
        const exit = once(compositor, 'exit');
        compositor.kill();
        await exit;
      }
      await removeFolder(runtime);
    },
  };
}

/** No call of wtype has more letters than this. */
const keysOfACall = 24;

/** As much of sway's tree as is read here. */
interface Node {
  readonly name: string | null;
  readonly pid?: number;
  readonly visible?: boolean;
  readonly focused: boolean;
  readonly nodes: readonly Node[];
  readonly floating_nodes: readonly Node[];
}

function windowsIn(node: Node): WaylandWindow[] {
  const { floating_nodes: floating, focused, name, nodes, pid, visible } = node;
  const self = pid !== undefined && visible === true ? [{ title: name ?? '', pid, focused }] : [];
  return [...self, ...[...nodes, ...floating].flatMap(windowsIn)];
}

/** Waits for a file with such a name. */
async function appears(folder: string, pattern: RegExp, ended: () => string | false): Promise<string> {
  for (;;) {
    const found = (await readdir(folder)).find((name) => pattern.test(name));
    if (found !== undefined) return found;
    const complaint = ended();
    if (complaint !== false) throw new Error(`sway has ended: ${complaint}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
