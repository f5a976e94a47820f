import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { here } from './lib/desktop.mjs';
import { resolveRuntime } from './lib/electron-runtime.mjs';
import { say } from './lib/log.mjs';
import { ownElectronVersion } from './lib/own-electron.mjs';
import { releaseConfiguration } from './lib/release-configuration.mjs';
import { prepareSigning } from './lib/signing.mjs';
import { tool } from './lib/tool.mjs';

// npm run package                the application's folder in dist/, from whatever runtime this machine has
// npm run package -- --release   the installers of this platform, for each processor, from the project's own Electron

await tool(async () => {
  const release = process.argv.includes('--release');
  await ensureDependencies();
  const runtime = release ? { version: await ownElectronVersion() } : await resolveRuntime({ signIn: false });
  await build(here, process.env);
  // Where there is a key, a package that is not signed is a fault.
  const forceCodeSigning = release && (await prepareSigning(process.env, process.platform));
  const builder = await import('electron-builder');
  const made = await builder.build({
    projectDir: here.root,
    dir: !release,
    publish: 'never',
    config: {
      extends: join(here.root, 'electron-builder.yml'),
      electronVersion: runtime.version,
      forceCodeSigning,
      // A release is for other processors than this one too: electron-builder fetches the Electron of each, and checks its hash.
      ...('folder' in runtime
        ? { electronDist: runtime.folder, publish: null }
        : releaseConfiguration(process.env)),
      // Everything is bundled: there are no modules to collect.
      beforeBuild: () => Promise.resolve(false),
    },
  });
  for (const file of made) say(file);
  say(`Packaged with Electron ${runtime.version}: ${join(here.root, 'dist')}`);
  return 0;
});
