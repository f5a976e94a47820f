import { noIncidents } from '#shared/incidents/incidents.ts';
import type { Language } from '#shared/locales/language.ts';
import type { Platform } from '#shared/platform.ts';
import type { Status } from '#shared/status/status.ts';
import type { SettingsService } from '../settings/settings-service.ts';

/** The status before anything has been tried. */
export function firstStatus(
  { current, locked }: Pick<SettingsService, 'current' | 'locked'>,
  language: Language,
  platform: Platform,
): Status {
  return {
    language,
    settings: current,
    locked,
    platform,
    hotkey: { active: null, refused: null, instead: null },
    clipboardHotkey: { active: null, refused: null, instead: null },
    hotkeyPresses: 0,
    hotkeysPaused: false,
    accounts: [],
    signIn: 'idle',
    sync: { running: false, lastSuccess: null, problem: null, empty: false, names: null, sources: [] },
    browsers: [],
    browserProblem: null,
    browserPathProblem: null,
    tokensKept: null,
    held: [],
    leftOut: null,
    teamHunts: [],
    teamHuntsProblem: null,
    sharedListTold: [],
    dropped: null,
    importing: null,
    open: [],
    access: { checking: [], checked: [] },
    update: { kind: 'off' },
    incidents: noIncidents,
    problems: [],
  };
}
