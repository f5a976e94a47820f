import { Stop } from './log.mjs';
import { isRoot, repositoryRoot } from './paths.mjs';

/** The clone itself, with the developer's own user. */
export const here = {
  root: repositoryRoot,
  node: process.execPath,
  /** @type {(command: string, args: readonly string[]) => [string, string[]]} */
  as: (command, args) => [command, [...args]],
};

/** @param {string} script as the developer typed it */
export function desktopOnly(script) {
  if (isRoot()) {
    throw new Stop(
      `${script} shows windows to whoever sits at the screen, and Electron's sandbox does not work for root: run it as\n` +
        'an ordinary user. npm run demo and npm test work as root too: they create an ordinary user.',
    );
  }
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    throw new Stop(`${script} needs a screen, and there is none here. npm run demo brings its own.`);
  }
}
