import { join } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { readJson } from './lib/json.mjs';
import { repositoryRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { tool } from './lib/tool.mjs';

// Every project that tsconfig.json refers to: each part of the code is checked with only the types it may see.
await tool(async () => {
  await ensureDependencies();
  const solution = await readJson(join(repositoryRoot, 'tsconfig.json'));
  const { references } = /** @type {{references: {path: string}[]}} */ (solution);
  let failed = 0;
  for (const { path } of references) {
    const code = await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', path], {
      cwd: repositoryRoot,
    });
    if (code !== 0) failed += 1;
  }
  return failed === 0 ? 0 : 1;
});
