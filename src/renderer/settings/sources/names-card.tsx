import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useText } from '../../ui/text.tsx';
import { SwitchCard } from '../switch-card.tsx';

/** Whether names that a source leaves blank are asked for, and why the last time failed. */
export function NamesCard(props: SectionProps) {
  const { t } = useText();
  const setting = useSetting(props, 'lookUpNames');
  const { names } = props.state.status.sync;
  return (
    <SwitchCard
      title={t('settings.sources.names')}
      about={t('settings.sources.namesAbout')}
      setting={setting}
    >
      {names && <ProblemNotice problem={names} tone="warning" />}
      {setting.problem && <ProblemNotice problem={setting.problem} announce />}
    </SwitchCard>
  );
}
