import { formatAccelerator } from '#shared/hotkeys/key-label.ts';
import { Keys } from '../ui/keys.tsx';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { useText } from '../ui/text.tsx';
import { HotkeyChoice } from './hotkey-choice.tsx';
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
      {hotkey.refused !== null && hotkey.active !== null && (
        <Notice tone="warning" announce>
          {t('setup.hotkey.replaced', {
            refused: formatAccelerator(hotkey.refused, platform, t),
            active: formatAccelerator(hotkey.active, platform, t),
          })}
        </Notice>
      )}
      {hotkey.active === null && hotkey.refused !== null && (
        <Notice tone="danger" announce>
          <strong>
            {t('problem.hotkey-taken', { hotkey: formatAccelerator(hotkey.refused, platform, t) })}
          </strong>{' '}
          {t('setup.hotkey.chooseAnother')}
        </Notice>
      )}
      <HotkeyChoice
        {...props}
        name="hotkey"
        record={t('setup.hotkey.record')}
        takeBack={t('setup.hotkey.useDefault')}
      />
    </Section>
  );
}
