import { CheckSetting } from '../../sections/check-setting.tsx';
import type { SectionProps } from '../../sections/section-props.ts';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';

/** Whether the system starts Tidegate when the user signs in to it. */
export function LoginSection(props: SectionProps) {
  const { t } = useText();
  return (
    <Section title={t('desktop.login.title')} about={t('desktop.login.about')}>
      <CheckSetting
        {...props}
        name="startAtLogin"
        label={t('desktop.login.start')}
        help={t('desktop.login.startHelp')}
      />
    </Section>
  );
}
