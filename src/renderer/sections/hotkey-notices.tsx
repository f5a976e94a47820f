import { formatAccelerator } from '#shared/hotkeys/key-label.ts';
import type { Status } from '#shared/status/status.ts';
import { Notice } from '../ui/notice.tsx';
import { useText } from '../ui/text.tsx';
import { HotkeyTrouble } from './hotkey-trouble.tsx';

/** Why the wanted hotkey does not work, or not everywhere, and which one does. */
export function HotkeyNotices(props: { readonly status: Pick<Status, 'hotkey' | 'platform'> }) {
  const { t } = useText();
  const { hotkey, platform } = props.status;
  return (
    <>
      {hotkey.refused !== null && hotkey.active !== null && (
        <Notice tone="warning" announce>
          {t('setup.hotkey.replaced', {
            refused: formatAccelerator(hotkey.refused, platform, t),
            active: formatAccelerator(hotkey.active, platform, t),
          })}
        </Notice>
      )}
      <HotkeyTrouble hotkey={hotkey} platform={platform} next={t('setup.hotkey.chooseAnother')} />
    </>
  );
}
