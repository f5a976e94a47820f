import { formatAccelerator } from '#shared/hotkeys/key-label.ts';
import type { Status } from '#shared/status/status.ts';
import { Notice } from '../ui/notice.tsx';
import { useText } from '../ui/text.tsx';

/** Why the wanted hotkey does not work, and which one does. */
export function HotkeyNotices(props: { readonly status: Pick<Status, 'hotkey' | 'platform'> }) {
  const { t } = useText();
  const { hotkey, platform } = props.status;
  if (hotkey.refused === null) return null;
  const refused = formatAccelerator(hotkey.refused, platform, t);
  return hotkey.active === null ? (
    <Notice tone="danger" announce>
      <strong>{t('problem.hotkey-taken', { hotkey: refused })}</strong> {t('setup.hotkey.chooseAnother')}
    </Notice>
  ) : (
    <Notice tone="warning" announce>
      {t('setup.hotkey.replaced', { refused, active: formatAccelerator(hotkey.active, platform, t) })}
    </Notice>
  );
}
