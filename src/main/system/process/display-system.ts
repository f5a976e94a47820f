import type { Platform } from '#shared/platform.ts';

/** What shows our windows: Wayland itself, X11 inside a Wayland session, or what needs no telling apart (Windows, macOS, X11). */
export type DisplaySystem = 'usual' | 'wayland' | 'x11-in-wayland';

export interface DisplayFacts {
  readonly platform: Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Value of the switch `ozone-platform`, and of `ozone-platform-hint`; empty when it is not given. */
  readonly ozonePlatform: string;
  readonly ozonePlatformHint: string;
  /** Such as `33.2.1`. */
  readonly electron: string;
}

/** Since then Electron runs on Wayland by itself where the session is one. */
const waylandByItself = 38;

export function displaySystem(facts: DisplayFacts): DisplaySystem {
  const { environment, platform } = facts;
  if (platform !== 'linux' || !isWaylandSession(environment)) return 'usual';
  return runsOnWayland(facts) ? 'wayland' : 'x11-in-wayland';
}

function isWaylandSession(environment: DisplayFacts['environment']): boolean {
  return Boolean(environment['WAYLAND_DISPLAY']) || environment['XDG_SESSION_TYPE'] === 'wayland';
}

function runsOnWayland({ electron, ozonePlatform, ozonePlatformHint }: DisplayFacts): boolean {
  const usual = Number.parseInt(electron, 10) < waylandByItself ? 'x11' : 'auto';
  return (ozonePlatform || ozonePlatformHint || usual) !== 'x11';
}
