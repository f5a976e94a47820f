import { formatAccelerator } from '#shared/hotkeys/key-label.ts';
import { HotkeyChoice } from '../../sections/hotkey-choice.tsx';
import { HotkeyTrouble } from '../../sections/hotkey-trouble.tsx';
import type { SectionProps } from '../../sections/section-props.ts';
import { Keys } from '../../ui/keys.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';

/** The hotkey that opens the link in the clipboard. There is none until one is recorded here. */
export function ClipboardHotkeySection(props: SectionProps) {
  const { t } = useText();
  const { clipboardHotkey, platform } = props.state.status;
  return (
    <Section title={t('settings.clipboardHotkey.title')} about={t('settings.clipboardHotkey.about')}>
      <p class="hotkey-active">
        {t('setup.hotkey.active')}{' '}
        {clipboardHotkey.active === null ? (
          t('settings.clipboardHotkey.none')
        ) : (
          <Keys accelerator={clipboardHotkey.active} platform={platform} />
        )}
      </p>
      {clipboardHotkey.active !== null && clipboardHotkey.refused !== null && (
        <Notice tone="danger" announce>
          {t('problem.hotkey-taken', {
            hotkey: formatAccelerator(clipboardHotkey.refused, platform, t),
          })}
        </Notice>
      )}
      <HotkeyTrouble hotkey={clipboardHotkey} platform={platform} />
      <HotkeyChoice
        {...props}
        name="clipboardHotkey"
        record={t('settings.clipboardHotkey.record')}
        takeBack={t('settings.clipboardHotkey.remove')}
      />
    </Section>
  );
}
