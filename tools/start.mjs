import { existsSync } from 'node:fs';
import { build } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { desktopOnly, here } from './lib/desktop.mjs';
import { resolveRuntime } from './lib/electron-runtime.mjs';
import { run } from './lib/run.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';
import { tool } from './lib/tool.mjs';

// npm start [-- arguments]: the application against Microsoft's own addresses, for a real sign-in.
await tool(async () => {
  desktopOnly('npm start');
  await ensureDependencies();
  const runtime = await resolveRuntime({ signIn: true });
  await ensureSystemPackages(['electron']);
  await build(here, process.env);
  const args = ['.', ...process.argv.slice(2)];
  return run(runtime.executable, args, {
    cwd: here.root,
    env: process.env,
    terminal: existsSync('/dev/tty'),
  });
});
