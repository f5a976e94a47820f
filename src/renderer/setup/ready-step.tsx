import { HotkeyChoice } from '../sections/hotkey-choice.tsx';
import { HotkeyNotices } from '../sections/hotkey-notices.tsx';
import type { SectionProps } from '../sections/section-props.ts';
import { Keys } from '../ui/keys.tsx';
import { useText } from '../ui/text.tsx';

/** The end: the hotkey is learnt by pressing it. */
export function ReadyStep(props: SectionProps) {
  const { t } = useText();
  const { hotkey, platform } = props.state.status;
  return (
    <>
      {hotkey.active !== null && (
        <p class="press-this">
          <Keys accelerator={hotkey.active} platform={platform} />
        </p>
      )}
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
