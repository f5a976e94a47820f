import { CheckSetting } from '../../sections/check-setting.tsx';
import { HotkeySection } from '../../sections/hotkey-section.tsx';
import type { SectionProps } from '../../sections/section-props.ts';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { ClipboardHotkeySection } from './clipboard-hotkey-section.tsx';
import { TicketTemplate } from './ticket-template.tsx';

export function FinderPage(props: SectionProps) {
  const { t } = useText();
  return (
    <>
      <AppearanceSection {...props} />
      <HotkeySection {...props} />
      <ClipboardHotkeySection {...props} />
      <Section title={t('settings.general.finder')} about={t('settings.general.finderAbout')}>
        <CheckSetting
          {...props}
          name="keepQuery"
          label={t('settings.keepQuery')}
          help={t('settings.keepQuery.help')}
        />
        <CheckSetting
          {...props}
          name="repeatDestination"
          label={t('settings.repeatDestination')}
          help={t('settings.repeatDestination.help')}
        />
        <CheckSetting
          {...props}
          name="hideAfterCopy"
          label={t('settings.hideAfterCopy')}
          help={t('settings.hideAfterCopy.help')}
        />
        <TicketTemplate {...props} />
      </Section>
    </>
  );
}
