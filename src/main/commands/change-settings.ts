import type { Command, CommandOutcome } from '../../shared/command.ts';
import { problem } from '../../shared/problem.ts';
import { err } from '../../shared/result.ts';
import type { Hotkey } from '../hotkey/hotkey.ts';
import { checkSettings } from '../settings/setting-schemas.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { doneOr } from './outcomes.ts';

type ChangeSettings = Extract<Command, { kind: 'changeSettings' }>;

/**
 * Changes settings, all of them or none. A hotkey is tried before it is kept: one that another program has is
 * refused, and the one that worked goes on working.
 */
export function changeSettings(
  settings: Pick<SettingsService, 'current' | 'change'>,
  hotkey: Pick<Hotkey, 'use' | 'replace'>,
): (command: ChangeSettings) => CommandOutcome {
  return ({ change }) => {
    const checked = checkSettings(change);
    if (!checked.ok) return checked;
    const wanted = checked.value.hotkey;
    if (typeof wanted === 'string' && !hotkey.replace(wanted)) {
      return err(problem('hotkey-taken', { hotkey: wanted }));
    }
    const changed = settings.change(checked.value);
    // Back to the defaults, or to what is in force because the change could not be kept.
    if (wanted === null || (wanted !== undefined && !changed.ok)) hotkey.use(settings.current.hotkey);
    return doneOr(changed);
  };
}
