import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { Locked } from '../../ui/locked.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { BrowserArguments } from './browser-arguments.tsx';
import { BrowserProgram } from './browser-program.tsx';

/** What few need: a browser that is not found by itself, arguments for every start, Firefox and the account of Windows. */
export function MoreSection(props: SectionProps) {
  const { t } = useText();
  const sso = useSetting(props, 'windowsSso');
  return (
    <Section
      fold="browsers-more"
      trouble={props.state.status.browserPathProblem !== null}
      title={t('settings.browsers.more')}
    >
      <BrowserProgram {...props} />
      <BrowserArguments {...props} />
      {props.state.status.platform === 'win32' && (
        <div class="field">
          <label class="check">
            <input
              type="checkbox"
              checked={sso.value}
              disabled={sso.locked}
              onChange={(event) => void sso.change(event.currentTarget.checked)}
            />
            {t('settings.browsers.windowsSso')}
          </label>
          {sso.locked && <Locked setting="windowsSso" />}
          {sso.problem && <ProblemNotice problem={sso.problem} announce />}
        </div>
      )}
    </Section>
  );
}
