import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '#shared/problems/problem.ts';
import type { SectionProps } from '../sections/section-props.ts';
import { useCommand } from '../ui/use-command.ts';
import { levelFor, type Habit } from './habits.ts';
import type { Step } from './steps.ts';

/** Keeps what each step settled when it is left. The last one ends the form: by its button, or by the hotkey it teaches. */
export function useFinish(
  { api, state }: SectionProps,
  step: Step,
  habit: Habit | null,
): {
  /** True when the step may be left. */
  readonly leave: (step: Step) => Promise<boolean>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
} {
  const command = useCommand(api);
  const { hotkey, hotkeyPresses, locked, settings } = state.status;

  const keepHabit = async (): Promise<boolean> => {
    if (habit === null || locked.includes('isolation')) return true;
    const isolation = levelFor[habit];
    if (isolation === settings.isolation) return true;
    return (await command.run({ kind: 'changeSettings', change: { isolation } })).ok;
  };
  const end = async (): Promise<void> => {
    const confirmsHotkey = settings.hotkey === null && !locked.includes('hotkey') && hotkey.active !== null;
    const change = { setUp: true, ...(confirmsHotkey && { hotkey: hotkey.active }) };
    if (!(await command.run({ kind: 'changeSettings', change })).ok) return;
    // The next time it begins at its beginning.
    for (const name of ['setup.step', 'setup.habit']) localStorage.removeItem(name);
    close();
  };

  const pressesBefore = useRef(hotkeyPresses);
  useEffect(() => {
    pressesBefore.current = hotkeyPresses;
  }, [step]);
  useEffect(() => {
    if (step === 'ready' && hotkeyPresses > pressesBefore.current) void end();
  }, [hotkeyPresses]);

  return {
    busy: command.busy,
    problem: command.problem,
    leave: async (left) => {
      if (left === 'habit') return keepHabit();
      if (left !== 'ready') return true;
      // Without a hotkey there is nothing to press: the finder shows itself.
      if (hotkey.active === null) await api.run({ kind: 'toggleFinder' });
      await end();
      return false;
    },
  };
}
