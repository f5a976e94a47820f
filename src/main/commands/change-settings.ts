import type { Command, CommandOutcome } from '../../shared/command.ts';
import { isHotkey, sameKeys } from '../../shared/accelerator.ts';
import { problem } from '../../shared/problem.ts';
import { err } from '../../shared/result.ts';
import type { Status } from '../../shared/status.ts';
import type { Hotkey } from '../hotkey/hotkey.ts';
import { hotkeySettings, type HotkeySetting } from '../hotkey/hotkeys.ts';
import { checkSettings } from '../settings/setting-schemas.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { doneOr } from './outcomes.ts';

type ChangeSettings = Extract<Command, { kind: 'changeSettings' }>;

/**
 * Changes settings, all of them or none. A hotkey is tried before it is kept: one that another program has, or that
 * Tidegate itself has for something else, is refused, and the one that worked goes on working.
 */
export function changeSettings(
  settings: Pick<SettingsService, 'current' | 'locked' | 'change'>,
  hotkeys: Readonly<Record<HotkeySetting, Pick<Hotkey, 'use' | 'replace' | 'status'>>>,
  platform: Status['platform'],
): (command: ChangeSettings) => CommandOutcome {
  return ({ change }) => {
    const checked = checkSettings(change);
    if (!checked.ok) return checked;
    const locked = settings.locked.find((name) => Object.hasOwn(checked.value, name));
    if (locked !== undefined) return err(problem('setting-locked', { setting: locked }));
    for (const name of hotkeySettings) {
      const wanted = checked.value[name];
      if (typeof wanted !== 'string') continue;
      if (!isHotkey(wanted, platform)) return err(problem('hotkey-invalid', { hotkey: wanted }));
      // Asked before it is tried: the system would call it another program's, and it works.
      const isOwn = hotkeySettings.some(
        (other) => other !== name && sameKeys(wanted, checked.value[other] ?? hotkeys[other].status.active),
      );
      if (isOwn) return err(problem('hotkey-own', { hotkey: wanted }));
      if (!hotkeys[name].replace(wanted)) return err(problem('hotkey-taken', { hotkey: wanted }));
    }
    const changed = settings.change(checked.value);
    for (const name of hotkeySettings) if (checked.value[name] === null) hotkeys[name].use(null);
    return doneOr(changed);
  };
}
