import type { SectionProps } from '../sections/section-props.ts';
import { SignInForm } from '../sections/sign-in-form.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useText } from '../ui/text.tsx';

/** Letting Microsoft list the customers: the sign-in, who is signed in, and what came of it. */
export function SignInPanel(props: SectionProps) {
  const { t } = useText();
  const { accounts, settings, sync, tokensKept } = props.state.status;
  return (
    <>
      {accounts.map(({ id, username }) => (
        <p key={id} class="done-line">
          {t('tray.status.signedIn', { account: username })}
        </p>
      ))}
      {sync.problem && <ProblemNotice problem={sync.problem} tone="warning" announce />}
      {sync.empty && (
        <Notice tone="info">
          <strong>{t('finder.empty.listed.title')}</strong> {t('finder.empty.listed.text')}
        </Notice>
      )}
      {accounts.length > 0 && settings.persistTokens && tokensKept === true && (
        <p class="field-help">{t('setup.signIn.keepOn')}</p>
      )}
      {/* Before anybody is signed in there is nothing that could be lost. */}
      {accounts.length > 0 && settings.persistTokens && tokensKept === false && (
        <ProblemNotice problem={{ kind: 'tokens-not-kept', values: {} }} tone="warning" announce />
      )}
      <SignInForm {...props} />
    </>
  );
}
