import { startTidegate, type Application } from '../../e2e/support/application.ts';
import { finish, openWay } from '../../e2e/support/first-run.ts';
import { keyboard } from '../../e2e/support/keyboard.ts';
import { openByHotkey } from '../../e2e/support/open.ts';
import { moveWindow, photograph } from '../../e2e/support/screen.ts';
import type { Desktop } from '../desktop.ts';
import type { World } from '../world.ts';
import { startPanel } from './panel.ts';

/** Plays the whole main job with the real keyboard, and leaves a picture of each step. */
export async function playByItself(desktop: Desktop, world: World): Promise<void> {
  const panel = await startPanel(desktop);
  const application = await startTidegate(desktop);
  try {
    await application.started();
    await signIn(application, desktop, world);
    await openTwo(application, world);
    await showFinder(application);
    await showTray(() => panel.clickTray());
    console.log(
      '\nThe pictures are in test-results/: demo-*.png. On a screen of your own, the demo is yours to play.',
    );
  } finally {
    await application.quit();
    panel.end();
  }
}

async function signIn(application: Application, desktop: Desktop, world: World): Promise<void> {
  say('Tidegate starts with the first-run form, which has found a free hotkey.');
  const setup = await application.setup();
  await photograph('demo-1-first-run');
  say('Sign in: the account picker opens in the system’s browser; Enter takes the first account.');
  await openWay(setup, 'signIn');
  await setup.getByRole('button', { name: 'Sign in', exact: true }).click();
  await world.waitForRequest(({ route, status }) => route === 'login.authorize' && status === 200);
  await settle();
  await photograph('demo-2-sign-in');
  while (!world.requests().some(({ route, status }) => route === 'arm.tenants' && status === 200)) {
    await keyboard.press('Return');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  await desktop.endOwnBrowser();
  say(`Microsoft lists ${world.customers.length} customers; the form ends.`);
  await finish(application);
}

async function openTwo(application: Application, world: World): Promise<void> {
  for (const index of [11, 160]) {
    const customer = world.customers[index];
    if (!customer) throw new Error('the world has customers');
    say(`Hotkey, "${customer.name}", Enter.`);
    const visit = await openByHotkey(application, world, customer);
    say(`  the portal was visited at https://${visit.host}${visit.path}${visit.query}`);
  }
  // Apart from each other, so that both colours are seen.
  await moveWindow(world.customers[11]?.name ?? '', 40, 40);
  await moveWindow(world.customers[160]?.name ?? '', 560, 160);
  await settle();
  await photograph('demo-3-two-customers');
}

async function showFinder(application: Application): Promise<void> {
  say('The finder again: initials, a middle word or a slip of the finger find a customer too.');
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await keyboard.type('am');
  await finder.getByRole('option', { selected: true }).waitFor();
  await photograph('demo-4-finder');
  await keyboard.press('Escape');
}

async function showTray(clickTray: () => Promise<void>): Promise<void> {
  say('The tray lists the recent customers.');
  await clickTray();
  await settle();
  await photograph('demo-5-tray');
  await keyboard.press('Escape');
}

/** What has arrived needs a moment more to be painted; only pictures care. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1_500));
}

function say(text: string): void {
  console.log(`[demo] ${text}`);
}
