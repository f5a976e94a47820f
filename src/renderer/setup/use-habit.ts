import { defaultSettings } from '#shared/settings/settings.ts';
import type { AppState } from '../ui/app-store.ts';
import { useKept } from '../ui/use-kept.ts';
import { habitOf, habits, recommendedHabit, type Habit } from './habits.ts';

/**
 * The habit that is selected: the user's choice; else what is in force, if somebody has set that; else the recommendation,
 * which follows the accounts as they sign in.
 */
export function useHabit(status: AppState['status']) {
  const [kept, keep] = useKept('setup.habit');
  const touched = habits.find((habit) => habit === kept) ?? null;
  return { chosen: touched ?? untouchedHabit(status), choose: (habit: Habit) => keep(habit) };
}

export function untouchedHabit({
  accounts,
  locked,
  settings,
}: Pick<AppState['status'], 'accounts' | 'locked' | 'settings'>): Habit | null {
  const isSet =
    settings.setUp || locked.includes('isolation') || settings.isolation !== defaultSettings.isolation;
  return isSet ? habitOf(settings.isolation, accounts.length) : recommendedHabit(accounts.length);
}
