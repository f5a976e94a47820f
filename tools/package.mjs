import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { here } from './lib/desktop.mjs';
import { resolveRuntime } from './lib/electron-runtime.mjs';
import { say } from './lib/log.mjs';
import { tool } from './lib/tool.mjs';

// npm run package                the application's folder in dist/, from whatever runtime this machine has
// npm run package -- --release   the installers of this platform; never with a runtime older than the project's own
await tool(async () => {
  const release = process.argv.includes('--release');
  await ensureDependencies();
  const runtime = await resolveRuntime({ signIn: release });
  await build(here, process.env);
  const builder = await import('electron-builder');
  const made = await builder.build({
    projectDir: here.root,
    dir: !release,
    publish: 'never',
    config: {
      extends: join(here.root, 'electron-builder.yml'),
      electronDist: runtime.folder,
      electronVersion: runtime.version,
      // Everything is bundled: there are no modules to collect.
      beforeBuild: () => Promise.resolve(false),
    },
  });
  for (const file of made) say(file);
  say(`Packaged with Electron ${runtime.version}: ${join(here.root, 'dist')}`);
  return 0;
});
