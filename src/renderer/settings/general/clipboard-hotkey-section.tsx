import { formatAccelerator } from '../../../shared/key-label.ts';
import { HotkeyRecorder } from '../../sections/hotkey-recorder.tsx';
import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { Keys } from '../../ui/keys.tsx';
import { Locked } from '../../ui/locked.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';

/** The hotkey that opens the link in the clipboard. There is none until one is recorded here. */
export function ClipboardHotkeySection(props: SectionProps) {
  const { t } = useText();
  const { clipboardHotkey, platform } = props.state.status;
  const setting = useSetting(props, 'clipboardHotkey');
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
      {clipboardHotkey.refused !== null && (
        <Notice tone="danger" announce>
          {t('problem.hotkey-taken', {
            hotkey: formatAccelerator(clipboardHotkey.refused, platform, t),
          })}
        </Notice>
      )}
      {setting.problem && setting.problem.kind !== 'hotkey-taken' && (
        <ProblemNotice problem={setting.problem} announce />
      )}
      <HotkeyRecorder
        record={t('settings.clipboardHotkey.record')}
        takeBack={t('settings.clipboardHotkey.remove')}
        platform={platform}
        locked={setting.locked}
        setRecording={(recording) => props.api.run({ kind: 'recordHotkey', recording })}
        choose={setting.change}
        isDefault={setting.value === null}
      />
      {setting.locked && <Locked />}
    </Section>
  );
}
