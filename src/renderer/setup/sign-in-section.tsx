import { KeepSignedIn } from '../sections/keep-signed-in.tsx';
import type { SectionProps } from '../sections/section-props.ts';
import { SignInForm } from '../sections/sign-in-form.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Section } from '../ui/section.tsx';
import { useText } from '../ui/text.tsx';

/** Letting Microsoft list the customers. Optional, and says so first. */
export function SignInSection(props: SectionProps) {
  const { t } = useText();
  const { accounts, sync } = props.state.status;
  return (
    <Section title={t('setup.signIn.title')} about={t('setup.signIn.about')} part="accounts">
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
      <SignInForm {...props} />
      <KeepSignedIn {...props} />
    </Section>
  );
}
