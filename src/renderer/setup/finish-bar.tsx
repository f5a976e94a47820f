import type { SectionProps } from '../sections/section-props.ts';
import { Button } from '../ui/button.tsx';
import { Keys } from '../ui/keys.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useText } from '../ui/text.tsx';
import { useCommand } from '../ui/use-command.ts';

/** Ends the first run, and confirms the hotkey that was found free. */
export function FinishBar({ api, state }: SectionProps) {
  const { t } = useText();
  const command = useCommand(api);
  const { settings, hotkey, locked, platform } = state.status;
  const finish = async (): Promise<void> => {
    const confirmsHotkey = settings.hotkey === null && !locked.includes('hotkey');
    const change = {
      setUp: true,
      ...(confirmsHotkey && hotkey.active !== null && { hotkey: hotkey.active }),
    };
    if ((await command.run({ kind: 'changeSettings', change })).ok) close();
  };
  return (
    <footer class="finish">
      {command.problem && <ProblemNotice problem={command.problem} announce />}
      <div class="finish-line">
        {hotkey.active !== null && (
          <p>
            {t('setup.finish.hint')} <Keys accelerator={hotkey.active} platform={platform} />
          </p>
        )}
        <Button look="primary" disabled={command.busy} onClick={() => void finish()}>
          {t('setup.finish.start')}
        </Button>
      </div>
    </footer>
  );
}
