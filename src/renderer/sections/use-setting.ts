import type { Problem } from '#shared/problems/problem.ts';
import type { Settings, SettingsChange } from '#shared/settings/settings.ts';
import { lockOf, type Lock } from '../ui/locked.tsx';
import { useCommand } from '../ui/use-command.ts';
import type { SectionProps } from './section-props.ts';

/** What the form may make of a setting by itself: nothing but off where main has to ask. */
export type Changed<Name extends keyof Settings> = Name extends keyof SettingsChange
  ? Exclude<SettingsChange[Name], undefined>
  : never;

/** One setting: its value in force, whether an administrator holds it, and the way to change it. */
export function useSetting<Name extends keyof Settings>(
  { api, state }: SectionProps,
  name: Name,
): {
  readonly value: Settings[Name];
  readonly locked: boolean;
  /** As `locked`, for what tells why: the name of the setting. */
  readonly lock: Lock;
  readonly problem: Problem | undefined;
  readonly change: (value: Changed<Name>) => Promise<boolean>;
} {
  const command = useCommand(api);
  return {
    value: state.status.settings[name],
    locked: state.status.locked.includes(name),
    lock: lockOf(state.status, name),
    problem: command.problem,
    change: async (value) => (await command.run({ kind: 'changeSettings', change: { [name]: value } })).ok,
  };
}
