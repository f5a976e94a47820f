import { formatAccelerator } from '#shared/hotkeys/key-label.ts';
import type { Platform } from '#shared/platform.ts';
import { Button } from '../../ui/button.tsx';
import type { RemedyAction } from '../../ui/remedy-action.ts';
import { useText } from '../../ui/text.tsx';

/** The button for it, with its key. */
export function RemedyButton(props: {
  readonly remedy: RemedyAction | undefined;
  readonly platform: Platform;
}) {
  const { platform, remedy } = props;
  const { t } = useText();
  if (remedy === undefined) return null;
  return (
    <Button onClick={remedy.act}>
      {t(remedy.label)} <kbd>{formatAccelerator('F8', platform, t)}</kbd>
    </Button>
  );
}
