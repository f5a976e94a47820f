import { isolationLevels } from '#shared/customer/isolation.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { chosenBrowser } from '../../ui/browser-in-force.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { Locked } from '../../ui/locked.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { CustomCommand } from './custom-command.tsx';
import { levelObstacles } from './level-obstacles.ts';
import { OwnProfileField } from './own-profile-field.tsx';

/** What keeps customers apart, and what each level costs and shows to Conditional Access. */
export function IsolationSection(props: SectionProps) {
  const { t } = useText();
  const setting = useSetting(props, 'isolation');
  const { status } = props.state;
  const browser = chosenBrowser(status);
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
      {setting.locked && <Locked setting="isolation" />}
      {setting.problem && <ProblemNotice problem={setting.problem} announce />}
      {levelObstacles(status.settings, browser).map((obstacle) => (
        <Notice key={obstacle} tone="warning" announce>
          {t(`isolation.obstacle.${obstacle}`)}
        </Notice>
      ))}
      <OwnProfileField {...props} />
      <CustomCommand {...props} />
    </Section>
  );
}
