import { ProblemNotice } from '../ui/problem-notice.tsx';
import { ChoiceList } from '../ui/choice-list.tsx';
import { Section } from '../ui/section.tsx';
import { useText } from '../ui/text.tsx';
import type { SectionProps } from '../sections/section-props.ts';
import { useSetting } from '../sections/use-setting.ts';
import { habitOf, habits, levelFor, signInsFor } from './habits.ts';

/** How the analyst signs in to customers, which decides what keeps customers apart without needless sign-ins. */
export function HabitSection(props: SectionProps) {
  const { t } = useText();
  const setting = useSetting(props, 'isolation');
  const { accounts } = props.state.status;
  const customers = props.state.customers.size;
  return (
    <Section title={t('setup.habit.title')} about={t('setup.habit.about')}>
      <ChoiceList
        label={t('setup.habit.title')}
        value={habitOf(setting.value, accounts.length)}
        disabled={setting.locked}
        onChoose={(habit) => void setting.change(levelFor[habit])}
        choices={habits.map((id) => {
          const count = signInsFor(id, customers, accounts.length);
          const cost = count === null ? '' : ` ${t('setup.habit.signIns', { count })}`;
          return { id, label: t(`setup.habit.${id}`), about: `${t(`setup.habit.${id}.about`)}${cost}` };
        })}
      />
      {setting.problem && <ProblemNotice problem={setting.problem} announce />}
    </Section>
  );
}
