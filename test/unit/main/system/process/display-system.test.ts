import { expect, it } from 'vitest';
import { displaySystem, type DisplayFacts } from '../../../../../src/main/system/process/display-system.ts';

const x11 = { DISPLAY: ':0', XDG_SESSION_TYPE: 'x11' };
const wayland = { DISPLAY: ':0', WAYLAND_DISPLAY: 'wayland-0', XDG_SESSION_TYPE: 'wayland' };
const onlyWayland = { WAYLAND_DISPLAY: 'wayland-1' };

const facts = (part: Partial<DisplayFacts>): DisplayFacts => ({
  platform: 'linux',
  environment: wayland,
  ozonePlatform: '',
  ozonePlatformHint: '',
  electron: '45.4.1',
  ...part,
});

it.each<[string, Partial<DisplayFacts>, ReturnType<typeof displaySystem>]>([
  ['Windows', { platform: 'win32' }, 'usual'],
  ['macOS', { platform: 'darwin' }, 'usual'],
  ['an X11 session', { environment: x11 }, 'usual'],
  ['no session at all', { environment: {} }, 'usual'],
  ['the newest Electron on Wayland', {}, 'wayland'],
  ['the newest Electron told to use X11', { ozonePlatform: 'x11' }, 'x11-in-wayland'],
  ['the newest Electron hinted at X11', { ozonePlatformHint: 'x11' }, 'x11-in-wayland'],
  ['an old Electron on Wayland', { electron: '33.2.1' }, 'x11-in-wayland'],
  ['an old Electron told to use Wayland', { electron: '33.2.1', ozonePlatform: 'wayland' }, 'wayland'],
  ['an old Electron that may choose', { electron: '33.2.1', ozonePlatformHint: 'auto' }, 'wayland'],
  ['an empty name of a socket', { environment: { ...x11, WAYLAND_DISPLAY: '' } }, 'usual'],
  ['a session known by its type alone', { environment: { XDG_SESSION_TYPE: 'wayland' } }, 'wayland'],
  ['a compositor without X11', { environment: onlyWayland }, 'wayland'],
])('tells what shows our windows: %s', (_, part, session) => {
  expect(displaySystem(facts(part))).toBe(session);
});
