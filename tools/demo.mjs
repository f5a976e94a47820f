import { build } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { openPrivateDesktop } from './lib/private-desktop.mjs';
import { Stop, say } from './lib/log.mjs';
import { isRoot } from './lib/paths.mjs';
import { bringBackResults, runIn, runtimeEnvironment } from './lib/run-lane.mjs';
import { markedRun } from './lib/stragglers.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';
import { atEnd, tool } from './lib/tool.mjs';
import { openWorkplace } from './lib/workplace.mjs';

// npm run demo [-- arguments]: the whole main job against the local Microsoft of test/world.
//
// test/world/demo.ts is started with the arguments, as an ordinary user, and finds in its environment
//   TIDEGATE_TEST_ELECTRON  the Electron executable
//   TIDEGATE_TEST_APP       the folder of the built application, to be named on Electron's command line
//   TIDEGATE_TEST_OUTPUT    a folder for screenshots; afterwards they are in test-results/ of the clone
//   DISPLAY                 a screen: the developer's own, or a private one when there is none
//   HOME, XDG_RUNTIME_DIR   folders of its own, removed afterwards
//   DBUS_SESSION_BUS_ADDRESS  the developer's own bus together with their screen, else a private one

/** What lets a window appear on the developer's own screen. */
const screenVariables = [
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'XDG_CURRENT_DESKTOP',
  'DBUS_SESSION_BUS_ADDRESS',
];

await tool(async () => {
  if (process.platform !== 'linux') {
    throw new Stop(
      'The demo runs on Linux: only there can a browser be told to trust the local Microsoft without touching the ' +
        'certificates of your system. "npm start" runs Tidegate itself.',
    );
  }
  const ownDesktop = !isRoot() && Boolean(process.env['DISPLAY']);
  await ensureDependencies();
  await ensureSystemPackages(['electron', 'screen', 'session', 'browsers', ...panel(ownDesktop)]);
  const workplace = await openWorkplace();
  const marked = markedRun();
  atEnd(marked.end);
  const env = { ...workplace.environment, ...marked.environment, ...(await runtimeEnvironment(workplace)) };
  await build(workplace, env);

  /** @type {[string, ...string[]]} */
  const demo = [workplace.node, 'node_modules/tsx/dist/cli.mjs', 'test/world/demo.ts'];
  try {
    if (ownDesktop) {
      return await runIn(workplace, { ...env, ...ownScreen() }, [...demo, ...process.argv.slice(2)]);
    }
    say('There is no screen here for an ordinary user: the demo plays by itself and leaves pictures.');
    const desktop = await openPrivateDesktop(workplace);
    atEnd(desktop.close);
    return await runIn(workplace, { ...env, ...desktop.environment }, [...demo, '--by-itself']);
  } finally {
    await bringBackResults(workplace.root);
  }
});

/** @param {boolean} ownDesktop @returns {import('./lib/system-packages.mjs').Need[]} what shows a tray icon there */
function panel(ownDesktop) {
  return ownDesktop ? [] : ['panel'];
}

function ownScreen() {
  const own = Object.entries(process.env).filter(([name]) => screenVariables.includes(name));
  return Object.fromEntries(own);
}
