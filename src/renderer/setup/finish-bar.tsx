import { useState } from 'preact/hooks';
import type { SectionProps } from '../sections/section-props.ts';
import type { ImportText } from '../sections/use-import-text.ts';
import { Button } from '../ui/button.tsx';
import { Keys } from '../ui/keys.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useText } from '../ui/text.tsx';
import { useCommand } from '../ui/use-command.ts';
import { PendingList } from './pending-list.tsx';

/** Ends the first run, and confirms the hotkey that was found free. A list that was not added yet is asked about first. */
export function FinishBar({ api, list, state }: SectionProps & { readonly list: ImportText }) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
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
  const addAndFinish = async (): Promise<void> => {
    setAsking(false);
    if (await list.add()) await finish();
    // The reason stands below it.
    else list.box.current?.focus();
  };
  if (asking && list.isPending) {
    return (
      <footer class="finish">
        <PendingList
          add={() => void addAndFinish()}
          without={() => {
            setAsking(false);
            void finish();
          }}
          back={() => setAsking(false)}
        />
      </footer>
    );
  }
  return (
    <footer class="finish">
      {command.problem && <ProblemNotice problem={command.problem} announce />}
      <div class="finish-line">
        {hotkey.active !== null && (
          <p>
            {t('setup.finish.hint')} <Keys accelerator={hotkey.active} platform={platform} />
          </p>
        )}
        <Button
          look="primary"
          disabled={command.busy || list.command.busy}
          onClick={() => (list.isPending ? setAsking(true) : void finish())}
        >
          {t('setup.finish.start')}
        </Button>
      </div>
    </footer>
  );
}
