import type { CommandOutcome } from '#shared/commands/command.ts';
import { isHotkey, sameKeys } from '#shared/hotkeys/accelerator.ts';
import type { Platform } from '#shared/platform.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { Hotkey } from '../desktop/hotkey/hotkey.ts';
import { hotkeySettings, type HotkeySetting } from '../desktop/hotkey/hotkeys.ts';
import { checkSettings } from '../state/settings/setting-schemas.ts';
import type { SettingsService } from '../state/settings/settings-service.ts';
import { doneOr } from '#shared/commands/outcomes.ts';

type ChangedHotkeys = Readonly<
  Record<HotkeySetting, Pick<Hotkey, 'use' | 'replace' | 'status' | 'whyRefused'>>
>;

/**
 * Changes settings, all of them or none. A hotkey is tried before it is kept: one that the system does not give, or that
 * Tidegate itself has for something else, is refused, and the one that worked goes on working.
 */
export function changeSettings(
  settings: Pick<SettingsService, 'current' | 'locked' | 'change'>,
  hotkeys: ChangedHotkeys,
  platform: Platform,
): (change: Partial<Settings>) => CommandOutcome {
  return (change) => {
    const checked = checkSettings(change);
    if (!checked.ok) return checked;
    const locked = settings.locked.find((name) => Object.hasOwn(checked.value, name));
    if (locked !== undefined) return err(problem('setting-locked', { setting: locked }));
    const refused = takeHotkeys(checked.value, settings.current, hotkeys, platform);
    if (refused !== undefined) return err(refused);
    const changed = settings.change(checked.value);
    for (const name of hotkeySettings) if (checked.value[name] === null) hotkeys[name].use(null);
    return doneOr(changed);
  };
}

/** Takes the hotkeys of a change, all of them or none: when one is not to be had, those already taken go back. */
function takeHotkeys(
  change: Partial<Settings>,
  current: Settings,
  hotkeys: ChangedHotkeys,
  platform: Platform,
): Problem | undefined {
  const wanted = hotkeySettings.flatMap((name) => {
    const hotkey = change[name];
    return typeof hotkey === 'string' ? [{ name, hotkey }] : [];
  });
  const invalid = wanted.find(({ hotkey }) => !isHotkey(hotkey, platform));
  if (invalid !== undefined) return problem('hotkey-invalid', { hotkey: invalid.hotkey });
  // Asked before it is tried: the system would call it another program's, and it works.
  const own = wanted.find(({ name, hotkey }) =>
    hotkeySettings.some(
      (other) => other !== name && sameKeys(hotkey, change[other] ?? hotkeys[other].status.active),
    ),
  );
  if (own !== undefined) return problem('hotkey-own', { hotkey: own.hotkey });
  for (const [at, { name, hotkey }] of wanted.entries()) {
    if (hotkeys[name].replace(hotkey)) continue;
    for (const taken of wanted.slice(0, at)) hotkeys[taken.name].use(current[taken.name]);
    return hotkeys[name].whyRefused(hotkey);
  }
  return undefined;
}
