import { ensureDependencies } from './lib/dependencies.mjs';
import { lanes } from './lib/lanes.mjs';
import { Stop } from './lib/log.mjs';
import { runLane } from './lib/run-lane.mjs';
import { tool } from './lib/tool.mjs';
import { openWorkplace } from './lib/workplace.mjs';

// npm run soak            two hours of use without a pause; fails where memory, listeners, windows or open files grow
// npm run soak -- 3       so many minutes

await tool(async () => {
  const [given = '120', ...more] = process.argv.slice(2);
  const minutes = Number(given);
  if (!(minutes > 0) || more.length > 0) throw new Stop('npm run soak takes one argument: minutes, above 0.');
  await ensureDependencies();
  const lane = lanes().find(({ name }) => name === 'soak');
  if (lane === undefined) throw new Stop('The lane "soak" is missing.');
  const timed = { ...lane, environment: { ...lane.environment, TIDEGATE_SOAK_MINUTES: String(minutes) } };
  const { totals } = await runLane(timed, await openWorkplace(), []);
  return totals.failed === 0 && totals.passed > 0 ? 0 : 1;
});
