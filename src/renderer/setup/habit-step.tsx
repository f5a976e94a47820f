import { useMemo } from 'preact/hooks';
import type { SectionProps } from '../sections/section-props.ts';
import { ChoiceList } from '../ui/choice-list.tsx';
import { countCustomers } from '../ui/count-customers.ts';
import { useText } from '../ui/text.tsx';
import { Locked } from '../ui/locked.tsx';
import { habits, recommendedHabit, signInsFor, type Habit } from './habits.ts';

/** The second step: how the analyst signs in to customers, which decides what keeps customers apart. */
export function HabitStep({
  state,
  chosen,
  choose,
}: Pick<SectionProps, 'state'> & {
  readonly chosen: Habit | null;
  readonly choose: (habit: Habit) => void;
}) {
  const { t } = useText();
  const { accounts, locked } = state.status;
  const customers = useMemo(() => countCustomers(state.customers), [state.customers]);
  const recommended = recommendedHabit(accounts.length);
  const isLocked = locked.includes('isolation');
  return (
    <>
      <ChoiceList
        label={t('setup.habit.title')}
        value={chosen}
        disabled={isLocked}
        onChoose={choose}
        choices={habits.map((id) => {
          const count = signInsFor(id, customers, accounts.length);
          const cost = count === null ? t(`setup.habit.signIns.${id}`) : t('setup.habit.signIns', { count });
          return {
            id,
            label: t(`setup.habit.${id}`),
            about: `${t(`setup.habit.${id}.about`)} ${cost}`,
            ...(id === recommended && { badge: t('setup.recommended') }),
          };
        })}
      />
      {isLocked && <Locked setting="isolation" />}
    </>
  );
}
