import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { vi } from 'vitest';
import { openRuntime } from './support/package.ts';
import { dataFolder } from './support/packaged.ts';
import { socketsOf } from './support/sockets.ts';
import { expect, test } from './support/test.ts';
import { writeUserFiles } from './support/user.ts';

// Each door is tried on the plain runtime as well, where it stands open: that shows that the test can see through it.

const patience = { timeout: 15_000, interval: 20 };

test.for(['--inspect=0', '--inspect-brk=0', '--remote-debugging-port=0'])(
  '%s opens no port',
  async (door, { desktop, start }) => {
    await writeUserFiles(dataFolder(desktop), []);
    const application = start({ args: [door] });
    await application.started();
    expect(socketsOf(application.pid).count).toBeGreaterThan(0);
    expect(socketsOf(application.pid).listening).toEqual([]);
    expect(application.printed).not.toContain('listening on');
    await application.kill();

    const open = start({ executable: openRuntime.executable, args: [door, openRuntime.application] });
    await vi.waitFor(() => expect(socketsOf(open.pid).listening).toHaveLength(1), patience);
  },
);

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

  const { executable } = openRuntime;
  await start({ executable, args: ['-e', '0'], environment: { ...environment, ELECTRON_RUN_AS_NODE: '1' } })
    .ended;
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
