import { basename, join } from 'node:path';
import { build } from 'vite';

/** Bundles a script for plain Node, once: hundreds of starts through a loader of TypeScript would take minutes. */
export async function bundleScript(source: string, folder: string): Promise<string> {
  const name = `${basename(source, '.ts')}.mjs`;
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: source,
      outDir: join(folder, 'script'),
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: name } },
    },
  });
  return join(folder, 'script', name);
}
