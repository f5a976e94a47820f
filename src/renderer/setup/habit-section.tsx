import { useState } from 'preact/hooks';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { ChoiceList } from '../ui/choice-list.tsx';
import { Section } from '../ui/section.tsx';
import { useText } from '../ui/text.tsx';
import type { SectionProps } from '../sections/section-props.ts';
import { useSetting } from '../sections/use-setting.ts';
import { habitOf, habits, levelFor, recommendedHabit, signInsFor, type Habit } from './habits.ts';

/** How the analyst signs in to customers, which decides what keeps customers apart without needless sign-ins. */
export function HabitSection(props: SectionProps) {
  const { t } = useText();
  const setting = useSetting(props, 'isolation');
  const [chosen, setChosen] = useState<Habit | null>(null);
  const { accounts } = props.state.status;
  const customers = props.state.customers.size;
  return (
    <Section title={t('setup.habit.title')} about={t('setup.habit.about')}>
      <ChoiceList
        label={t('setup.habit.title')}
        // Two habits come down to one level: which of them was chosen is known only here.
        value={
          chosen !== null && levelFor[chosen] === setting.value
            ? chosen
            : habitOf(setting.value, accounts.length)
        }
        disabled={setting.locked}
        onChoose={(habit) => {
          setChosen(habit);
          void setting.change(levelFor[habit]);
        }}
        choices={habits.map((id) => {
          const count = signInsFor(id, customers, accounts.length);
          const sentences = [
            ...(id === recommendedHabit(accounts.length) ? [t(`setup.habit.${id}.recommended`)] : []),
            t(`setup.habit.${id}.about`),
            count === null ? t(`setup.habit.signIns.${id}`) : t('setup.habit.signIns', { count }),
          ];
          return { id, label: t(`setup.habit.${id}`), about: sentences.join(' ') };
        })}
      />
      {setting.problem && <ProblemNotice problem={setting.problem} announce />}
    </Section>
  );
}
