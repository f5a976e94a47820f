import { FinderHotkey } from '../sections/hotkey-section.tsx';
import type { SectionProps } from '../sections/section-props.ts';
import { Keys } from '../ui/keys.tsx';

/** The end: the hotkey is learnt by pressing it. */
export function ReadyStep(props: SectionProps) {
  const { hotkey, platform } = props.state.status;
  return (
    <>
      {hotkey.active !== null && (
        <p class="press-this">
          <Keys accelerator={hotkey.active} platform={platform} />
        </p>
      )}
      <FinderHotkey {...props} />
    </>
  );
}
