import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useText } from '../../ui/text.tsx';

/** Whether names that a source leaves blank are asked for, and why the last time failed. */
export function NamesCard(props: SectionProps) {
  const { t } = useText();
  const setting = useSetting(props, 'lookUpNames');
  const { names } = props.state.status.sync;
  const title = t('settings.sources.names');
  return (
    <section class="card" aria-label={title}>
      <div class="card-text">
        <h2 class="card-title">{title}</h2>
        <p class="card-detail">{t('settings.sources.namesAbout')}</p>
      </div>
      <Switch
        label={t(setting.value ? 'common.on' : 'common.off')}
        name={title}
        checked={setting.value}
        locked={setting.lock}
        onChange={(wanted) => void setting.change(wanted)}
      />
      {names && <ProblemNotice problem={names} tone="warning" />}
      {setting.problem && <ProblemNotice problem={setting.problem} announce />}
    </section>
  );
}
