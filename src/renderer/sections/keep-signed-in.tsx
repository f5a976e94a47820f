import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useText } from '../ui/text.tsx';
import { CheckSetting } from './check-setting.tsx';
import type { SectionProps } from './section-props.ts';

/** Whether a sign-in outlives the application, as chosen and as this system can do it. */
export function KeepSignedIn(props: SectionProps) {
  const { t } = useText();
  const { settings, tokensKept } = props.state.status;
  const unable = settings.persistTokens && tokensKept === false;
  const help = unable ? '' : t(settings.persistTokens ? 'setup.signIn.keepOn' : 'setup.signIn.keepOff');
  return (
    <CheckSetting {...props} name="persistTokens" label={t('setup.signIn.keep')} help={help}>
      {unable && <ProblemNotice problem={{ kind: 'tokens-not-kept', values: {} }} tone="warning" />}
    </CheckSetting>
  );
}
