import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { lanes } from './lib/lanes.mjs';
import { Stop, say } from './lib/log.mjs';
import { repositoryRoot } from './lib/paths.mjs';
import { runLane } from './lib/run-lane.mjs';
import { tool } from './lib/tool.mjs';
import { openWorkplace } from './lib/workplace.mjs';

// npm run pictures        makes the README's pictures anew; look at them before they are committed

await tool(async () => {
  if (process.argv.length > 2) throw new Stop('npm run pictures takes no arguments.');
  await ensureDependencies();
  const lane = lanes().find(({ name }) => name === 'pictures');
  if (lane === undefined) throw new Stop('The lane "pictures" is missing.');
  const { totals } = await runLane(lane, await openWorkplace(), []);
  if (totals.failed > 0 || totals.passed === 0) return 1;
  const made = join(repositoryRoot, 'test-results', 'readme');
  const kept = join(repositoryRoot, 'docs', 'images');
  const names = await readdir(made);
  for (const name of names) await copyFile(join(made, name), join(kept, name));
  say(`${names.length} pictures are in docs/images.`);
  return 0;
});
