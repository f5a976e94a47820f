import { isolationLevels } from '../../../shared/isolation.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { CustomCommand } from './custom-command.tsx';
import { OwnProfileField } from './own-profile-field.tsx';

/** What keeps customers apart, and what each level costs and shows to Conditional Access. */
export function IsolationSection(props: SectionProps) {
  const { t } = useText();
  const setting = useSetting(props, 'isolation');
  return (
    <Section title={t('isolation.title')} about={t('isolation.about')}>
      <ChoiceList
        label={t('isolation.title')}
        value={setting.value}
        disabled={setting.locked}
        onChoose={(level) => void setting.change(level)}
        choices={isolationLevels.map((id) => ({
          id,
          label: t(`isolation.${id}`),
          about: `${t(`isolation.${id}.separates`)} ${t(`isolation.${id}.access`)}`,
        }))}
      />
      {setting.locked && <p class="field-help">{t('setup.locked')}</p>}
      {setting.problem && <ProblemNotice problem={setting.problem} announce />}
      <OwnProfileField {...props} />
      <CustomCommand {...props} />
    </Section>
  );
}
