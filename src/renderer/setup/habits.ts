import type { IsolationLevel } from '#shared/customer/isolation.ts';

/** How an analyst signs in to customers' portals. */
export const habits = ['one', 'few', 'each'] as const;
export type Habit = (typeof habits)[number];

/** The level that costs the fewest sign-ins without mixing what has to be apart. */
export const levelFor: Readonly<Record<Habit, IsolationLevel>> = {
  one: 'account',
  few: 'account',
  each: 'profile',
};

/** The habit that a level stands for; nothing for one that was chosen otherwise. */
export function habitOf(level: IsolationLevel, accounts: number): Habit | null {
  if (level === 'profile') return 'each';
  if (level !== 'account') return null;
  return accounts > 1 ? 'few' : 'one';
}

/** What is known of the analyst's way: the accounts that are signed in. While nobody is, nothing may be shared. */
export function recommendedHabit(accounts: number): Habit {
  if (accounts === 0) return 'each';
  return accounts === 1 ? 'one' : 'few';
}

/** How many first sign-ins it costs; null while that cannot be told. */
export function signInsFor(habit: Habit, customers: number, accounts: number): number | null {
  switch (habit) {
    case 'one':
      return 1;
    case 'few':
      return accounts > 1 ? accounts : null;
    case 'each':
      return customers > 0 ? customers : null;
  }
}
