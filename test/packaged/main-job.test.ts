import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { keyboard } from '../e2e/support/keyboard.ts';
import { endBrowser } from '../world/processes.ts';
import { findLabel, labelsOf } from '../world/tray-menu.ts';
import { showFinder, waitForWindow } from './support/finder.ts';
import { browserData, dataFolder } from './support/packaged.ts';
import { socketsOf } from './support/sockets.ts';
import { expect, test } from './support/test.ts';
import { writeUserFiles } from './support/user.ts';

const run = promisify(execFile);

test('a user presses the hotkey, types, presses Enter, and the right portal opens', async ({
  world,
  desktop,
  start,
}) => {
  const customer = world.customers[41];
  if (!customer) throw new Error('the world has customers');
  await writeUserFiles(dataFolder(desktop), world.customers);
  const application = start();
  const item = await application.started();

  await showFinder();
  await keyboard.type(customer.name.toLowerCase());
  await keyboard.press('Return');
  const visit = await world.waitForVisit(({ storage }) => storage !== null);
  expect(`https://${visit.host}${visit.path}${visit.query}`).toBe(
    `https://security.microsoft.com/?tid=${customer.tenantId}`,
  );
  expect(world.visits().map(({ tid }) => tid)).toEqual([customer.tenantId]);

  // The tray knows it now, with an icon out of the archive; nobody signed in, and no port is open.
  await item.waitForMenu((menu) => labelsOf(menu).includes(customer.name));
  const { pixmaps } = await item.icon();
  expect(pixmaps[0]?.inked).toBeGreaterThan(50);
  expect(world.requests().map(({ host }) => host)).not.toContain('login.microsoftonline.com');
  expect(socketsOf(application.pid).listening).toEqual([]);
  await endBrowser(browserData(desktop));
});

test('the form shows itself at the first start, with the icon of the archive, and the tray quits', async ({
  start,
}) => {
  const application = start();
  const item = await application.started();
  await waitForWindow('Welcome to Tidegate');
  const { stdout: window } = await run('xdotool', ['getactivewindow']);
  // Eight bytes: width and height of the first picture.
  const property = ['-len', '8', '-notype', '-f', '_NET_WM_ICON', '32c', '_NET_WM_ICON'];
  const { stdout: icon } = await run('xprop', ['-id', window.trim(), ...property]);
  // Electron's own icon, which a picture that is not there leaves in place, has 48.
  expect(Number(/= (\d+)/.exec(icon)?.[1])).toBeGreaterThanOrEqual(256);

  const menu = await item.menu();
  await item.click(findLabel(menu, 'Quit Tidegate')?.id ?? 0);
  expect(await application.ended).toBe(0);
});
