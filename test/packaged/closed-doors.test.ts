import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { vi } from 'vitest';
import { keyboard } from '../e2e/support/keyboard.ts';
import { photograph } from '../e2e/support/screen.ts';
import { runningProcesses } from '../world/processes.ts';
import { waitForWindow } from './support/finder.ts';
import { executable, openRuntime } from './support/package.ts';
import { dataFolder, type Packaged } from './support/packaged.ts';
import { socketsOf } from './support/sockets.ts';
import { expect, test } from './support/test.ts';
import { writeUserFiles } from './support/user.ts';

// Each door is tried on the plain runtime as well, where it stands open: that shows that the test can see through it.

const patience = { timeout: 15_000, interval: 20 };

test.for(['--inspect=0', '--inspect-brk=0', '--remote-debugging-port=0'])(
  '%s opens no port',
  async (door, { desktop, start }) => {
    await writeUserFiles(dataFolder(desktop), []);
    await refuses(start({ args: [door] }));

    const open = start({ executable: openRuntime.executable, args: [door, openRuntime.application] });
    await vi.waitFor(() => expect(socketsOf(open.pid).listening).toHaveLength(1), patience);
  },
);

test('--remote-debugging-pipe gives nobody a pipe', async ({ desktop, start }) => {
  await writeUserFiles(dataFolder(desktop), []);
  const pipe = '--remote-debugging-pipe';
  const closed = start({ args: [pipe], pipes: true });
  const heard = answersOf(closed);
  await refuses(closed);
  expect(heard()).toBe('');

  const open = start({
    executable: openRuntime.executable,
    args: [pipe, openRuntime.application],
    pipes: true,
  });
  const answered = answersOf(open);
  await vi.waitFor(() => expect(answered()).toContain('"protocolVersion"'), patience);
});

/** Asks over the pipe which browser this is. Gives what was answered so far. */
function answersOf({ process }: Packaged): () => string {
  const [, , , questions, answers] = process.stdio as readonly unknown[] as readonly Duplex[];
  let heard = '';
  answers?.setEncoding('utf8').on('data', (text: string) => (heard += text));
  // Whoever refuses does not read.
  questions?.on('error', () => undefined).write('{"id":1,"method":"Browser.getVersion"}\0');
  return () => heard;
}

test.for(['--no-sandbox', '-no-sandbox', '--disable-web-security', '--disable-site-isolation-trials'])(
  'started with %s it tells so, makes no window and ends',
  async (word, { desktop, start }) => {
    await writeUserFiles(dataFolder(desktop), []);
    const application = start({ args: [word] });
    await vi.waitFor(() => expect(application.printed).toContain(word.replace(/^-+/, '')), patience);
    await waitForWindow('Error');
    await photograph(`refused${word}`);
    expect(runningProcesses().filter(({ commandLine }) => isRenderer(commandLine))).toEqual([]);
    await keyboard.press('Return');
    expect(await application.ended).toBe(2);
    expect(existsSync(join(dataFolder(desktop), 'logs'))).toBe(false);
  },
);

const isRenderer = (commandLine: string): boolean =>
  commandLine.startsWith(executable) && commandLine.includes('--type=renderer');

test('a command line with --no-sandbox is void', async ({ start }) => {
  const application = start({ args: ['--no-sandbox', 'list', '--json'] });
  expect(await application.ended).toBe(2);
  expect(application.printed).toContain('"kind":"sandbox-off"');
});

test('--log-net-log writes down nothing', async ({ desktop, start }) => {
  const home = desktop.env['HOME'] ?? '';
  await writeUserFiles(dataFolder(desktop), []);
  const record = join(home, 'net-log.json');
  await refuses(start({ args: [`--log-net-log=${record}`, '--net-log-capture-mode=Everything'] }));
  expect(existsSync(record)).toBe(false);

  start({ executable: openRuntime.executable, args: [`--log-net-log=${record}`, openRuntime.application] });
  await vi.waitFor(() => expect(readFileSync(record, 'utf8')).toContain('constants'), patience);
});

/** Waits for the end of a start that is refused with a dialog, and closes that. */
async function refuses(application: Packaged): Promise<void> {
  await waitForWindow('Error');
  expect(socketsOf(application.pid).listening).toEqual([]);
  await keyboard.press('Return');
  expect(await application.ended).toBe(2);
  expect(application.printed).toMatch(/Tidegate has no option --/);
  expect(application.printed).not.toContain('listening on');
}

test('ELECTRON_RUN_AS_NODE does not make a Node of it', async ({ desktop, start }) => {
  const proof = join(desktop.env['HOME'] ?? '', 'proof');
  const args = ['-e', `require('node:fs').writeFileSync(${JSON.stringify(proof)}, '')`];
  const environment = { ELECTRON_RUN_AS_NODE: '1' };
  await writeUserFiles(dataFolder(desktop), []);
  // It is Tidegate that starts, and takes the script for a command that it does not know.
  expect(await start({ args, environment }).ended).toBe(2);
  expect(existsSync(proof)).toBe(false);

  await start({ executable: openRuntime.executable, args, environment }).ended;
  expect(existsSync(proof)).toBe(true);
});

test('NODE_OPTIONS brings no code in', async ({ desktop, start }) => {
  const home = desktop.env['HOME'] ?? '';
  const proof = join(home, 'proof');
  const module = join(home, 'intruder.cjs');
  await writeFile(module, `require('node:fs').writeFileSync(${JSON.stringify(proof)}, '')`);
  const environment = { NODE_OPTIONS: `--require ${module}` };
  await writeUserFiles(dataFolder(desktop), []);
  const application = start({ environment });
  await application.started();
  expect(existsSync(proof)).toBe(false);
  await application.kill();

  const node = { executable: openRuntime.executable, args: ['-e', '0'] };
  await start({ ...node, environment: { ...environment, ELECTRON_RUN_AS_NODE: '1' } }).ended;
  expect(existsSync(proof)).toBe(true);
});

test('another application named on the command line is not loaded', async ({ desktop, start }) => {
  const home = desktop.env['HOME'] ?? '';
  const proof = join(home, 'proof');
  const intruder = join(home, 'intruder.cjs');
  await writeFile(
    intruder,
    `require('node:fs').writeFileSync(${JSON.stringify(proof)}, ''); require('electron').app.exit();`,
  );
  await writeUserFiles(dataFolder(desktop), []);
  expect(await start({ args: [intruder] }).ended).toBe(2);
  expect(existsSync(proof)).toBe(false);
});
