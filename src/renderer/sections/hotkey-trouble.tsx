import { hotkeyProblem, inPrintedKeys } from '#shared/hotkeys/hotkey-problem.ts';
import { formatAccelerator } from '#shared/hotkeys/key-label.ts';
import { explain } from '#shared/locales/messages.ts';
import type { Platform } from '#shared/platform.ts';
import type { HotkeyStatus } from '#shared/status/status.ts';
import { Notice } from '../ui/notice.tsx';
import { useText } from '../ui/text.tsx';

/** Why a hotkey does not work, or not everywhere, and what to do now. `next`: said instead of the usual next step. */
export function HotkeyTrouble(props: {
  readonly hotkey: HotkeyStatus;
  readonly platform: Platform;
  readonly next?: string;
}) {
  const { t } = useText();
  const { hotkey, platform } = props;
  const trouble = hotkeyProblem(hotkey);
  if (trouble !== undefined) {
    const { message, next } = explain(t, inPrintedKeys(trouble, platform, t));
    return (
      <Notice tone="danger" announce>
        <strong>{message}</strong> {trouble.kind === 'hotkey-taken' ? (props.next ?? next) : next}
      </Notice>
    );
  }
  if (hotkey.active === null || hotkey.instead === null) return null;
  return (
    <Notice tone="warning">
      {t('hotkey.partial', {
        hotkey: formatAccelerator(hotkey.active, platform, t),
        command: hotkey.instead,
      })}
    </Notice>
  );
}
