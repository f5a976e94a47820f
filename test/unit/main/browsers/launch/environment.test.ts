import { describe, expect, it } from 'vitest';
import { browserEnvironment } from '../../../../../src/main/browsers/launch/environment.ts';

describe('the environment of a browser', () => {
  it('is the user’s own', () => {
    const own = {
      HOME: '/home/ana',
      PATH: '/usr/bin',
      DISPLAY: ':0',
      XDG_CURRENT_DESKTOP: 'KDE',
      GDK_BACKEND: 'wayland',
      https_proxy: 'http://proxy',
      EMPTY: '',
    };
    expect(browserEnvironment(own)).toEqual(own);
  });

  it('has nothing of Electron, Node or this application’s start', () => {
    expect(
      browserEnvironment({
        HOME: '/home/ana',
        ELECTRON_RUN_AS_NODE: '1',
        ELECTRON_NO_ASAR: '1',
        NODE_OPTIONS: '--inspect',
        NODE_ENV: 'development',
        CHROME_DESKTOP: 'tidegate.desktop',
        DESKTOP_STARTUP_ID: 'x',
        XDG_ACTIVATION_TOKEN: 'x',
        GONE: undefined,
      }),
    ).toEqual({ HOME: '/home/ana' });
  });

  it.each([
    ['what it was before Electron changed it', 'Unity', 'GNOME', 'GNOME'],
    ['left alone when Electron did not change it', 'KDE', undefined, 'KDE'],
    ['left alone when the name before is the word undefined', 'KDE', 'undefined', 'KDE'],
    ['left alone when the name before is empty', 'KDE', '', 'KDE'],
  ])('names the desktop: %s', (_what, current, original, expected) => {
    expect(
      browserEnvironment({ XDG_CURRENT_DESKTOP: current, ORIGINAL_XDG_CURRENT_DESKTOP: original }),
    ).toEqual({ XDG_CURRENT_DESKTOP: expected });
  });
});
