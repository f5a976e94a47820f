import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { Button } from '../../ui/button.tsx';
import { Locked } from '../../ui/locked.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';

/** A browser that is not found by itself: main has its program chosen, so that no page names one. */
export function BrowserProgram(props: SectionProps) {
  const { t } = useText();
  const { browserPathProblem } = props.state.status;
  const setting = useSetting(props, 'browserPath');
  const choose = useCommand(props.api);
  const problem = choose.problem ?? setting.problem ?? browserPathProblem;
  return (
    <div class="field" role="group" aria-label={t('settings.browsers.path')}>
      <h3>{t('settings.browsers.path')}</h3>
      <p class="chosen-path">{setting.value ?? t('settings.browsers.pathNone')}</p>
      {problem && <ProblemNotice problem={problem} announce />}
      <p class="field-help">{t('settings.browsers.pathHelp')}</p>
      {setting.locked && <Locked setting="browserPath" />}
      <div class="buttons">
        <Button
          disabled={setting.locked}
          busy={choose.busy}
          onClick={() => void choose.run({ kind: 'chooseBrowserProgram' })}
        >
          {t('settings.browsers.pathChoose')}
        </Button>
        {setting.value !== null && (
          <Button disabled={setting.locked} onClick={() => void setting.change(null)}>
            {t('settings.browsers.pathForget')}
          </Button>
        )}
      </div>
    </div>
  );
}
