import { Keys } from '../ui/keys.tsx';
import { Section } from '../ui/section.tsx';
import { useText } from '../ui/text.tsx';
import { HotkeyChoice } from './hotkey-choice.tsx';
import { HotkeyNotices } from './hotkey-notices.tsx';
import type { SectionProps } from './section-props.ts';

/** The hotkey that works, why the wanted one does not, and the way to another. */
export function HotkeySection(props: SectionProps) {
  const { t } = useText();
  const { hotkey, platform } = props.state.status;
  return (
    <Section title={t('setup.hotkey.title')} about={t('setup.hotkey.about')}>
      {hotkey.active !== null && (
        <p class="hotkey-active">
          {t('setup.hotkey.active')} <Keys accelerator={hotkey.active} platform={platform} />
        </p>
      )}
      <FinderHotkey {...props} />
    </Section>
  );
}

/** Why the wanted hotkey of the finder does not work, and the way to another one. */
export function FinderHotkey(props: SectionProps) {
  const { t } = useText();
  return (
    <>
      <HotkeyNotices status={props.state.status} />
      <HotkeyChoice
        {...props}
        name="hotkey"
        record={t('setup.hotkey.record')}
        takeBack={t('setup.hotkey.useDefault')}
      />
    </>
  );
}
