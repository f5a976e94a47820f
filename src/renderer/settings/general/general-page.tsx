import { CheckSetting } from '../../sections/check-setting.tsx';
import { HotkeySection } from '../../sections/hotkey-section.tsx';
import { KeepSignedIn } from '../../sections/keep-signed-in.tsx';
import { LanguageSection } from '../../sections/language-section.tsx';
import type { SectionProps } from '../../sections/section-props.ts';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { ClipboardHotkeySection } from './clipboard-hotkey-section.tsx';
import { RemoveEverything } from './remove-everything.tsx';
import { TicketTemplate } from './ticket-template.tsx';
import { SyncSection } from './sync-section.tsx';

export function GeneralPage(props: SectionProps) {
  const { t } = useText();
  return (
    <>
      <LanguageSection {...props} />
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
      <SyncSection {...props} />
      <Section title={t('settings.general.signIn')} about={t('settings.general.signInAbout')}>
        <KeepSignedIn {...props} />
      </Section>
      <RemoveEverything {...props} />
    </>
  );
}
