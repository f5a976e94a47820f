import { ensureDependencies } from './lib/dependencies.mjs';
import { desktopOnly, here } from './lib/desktop.mjs';
import { resolveRuntime } from './lib/electron-runtime.mjs';
import { run } from './lib/run.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';
import { tool } from './lib/tool.mjs';

// npm run dev: the application with windows that reload as their source changes.
await tool(async () => {
  desktopOnly('npm run dev');
  await ensureDependencies();
  await ensureSystemPackages(['electron']);
  const runtime = await resolveRuntime({ signIn: false });
  const args = [
    'node_modules/electron-vite/bin/electron-vite.js',
    'dev',
    '--watch',
    ...process.argv.slice(2),
  ];
  // electron-vite does not know ELECTRON_OVERRIDE_DIST_PATH.
  const env = { ...process.env, ELECTRON_EXEC_PATH: runtime.executable };
  return run(process.execPath, args, { cwd: here.root, env, terminal: true });
});
