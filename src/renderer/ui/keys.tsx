import { Fragment } from 'preact';
import { acceleratorKeys } from '#shared/hotkeys/accelerator.ts';
import type { Platform } from '#shared/platform.ts';
import { keyLabel } from '#shared/hotkeys/key-label.ts';
import { useText } from './text.tsx';

/** A hotkey, key by key. */
export function Keys(props: { readonly accelerator: string; readonly platform: Platform }) {
  const { t } = useText();
  return (
    <span class="keys">
      {acceleratorKeys(props.accelerator).map((key, index) => (
        <Fragment key={key}>
          {index > 0 && <span class="keys-plus">+</span>}
          <kbd>{keyLabel(key, props.platform, t)}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
