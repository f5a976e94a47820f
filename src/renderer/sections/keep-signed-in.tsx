import { useId } from 'preact/hooks';
import { Locked } from '../ui/locked.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useText } from '../ui/text.tsx';
import type { SectionProps } from './section-props.ts';
import { useSetting } from './use-setting.ts';

/** Whether a sign-in outlives the application, as chosen and as this system can do it. */
export function KeepSignedIn(props: SectionProps) {
  const { t } = useText();
  const helpId = useId();
  const setting = useSetting(props, 'persistTokens');
  const unable = setting.value && props.state.status.tokensKept === false;
  return (
    <div class="field">
      <label class="check">
        <input
          type="checkbox"
          checked={setting.value}
          disabled={setting.locked}
          aria-describedby={helpId}
          onChange={(event) => void setting.change(event.currentTarget.checked)}
        />
        {t('setup.signIn.keep')}
      </label>
      <p id={helpId} class="field-help">
        {!unable && t(setting.value ? 'setup.signIn.keepOn' : 'setup.signIn.keepOff')}
      </p>
      {setting.locked && <Locked />}
      {unable && <ProblemNotice problem={{ kind: 'tokens-not-kept', values: {} }} tone="warning" />}
      {setting.problem && <ProblemNotice problem={setting.problem} announce />}
    </div>
  );
}
