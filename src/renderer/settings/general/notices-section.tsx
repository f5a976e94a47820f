import { CheckSetting } from '../../sections/check-setting.tsx';
import type { SectionProps } from '../../sections/section-props.ts';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';

const notices = ['notifySignIn', 'notifyAccess', 'notifyCustomers', 'notifyHotkey'] as const;

/** What the system tells the user of while no window is open. */
export function NoticesSection(props: SectionProps) {
  const { t } = useText();
  return (
    <Section title={t('desktop.notices.title')} about={t('desktop.notices.about')}>
      {notices.map((name) => (
        <CheckSetting
          key={name}
          {...props}
          name={name}
          label={t(`desktop.notices.${name}`)}
          help={t(`desktop.notices.${name}Help`)}
        />
      ))}
    </Section>
  );
}
