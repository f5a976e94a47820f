import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { useText } from '../ui/text.tsx';
import { Accounts } from './accounts.tsx';
import { KeepSignedIn } from './keep-signed-in.tsx';
import type { SectionProps } from './section-props.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Letting Microsoft list the customers. Optional, and says so first. */
export function SignInSection(props: SectionProps) {
  const { t } = useText();
  return (
    <Section title={t('setup.signIn.title')} about={t('setup.signIn.about')}>
      <Accounts {...props} />
      {props.state.status.sync.empty && (
        <Notice tone="info">
          <strong>{t('finder.empty.listed.title')}</strong> {t('finder.empty.listed.text')}
        </Notice>
      )}
      <SignInForm {...props} />
      <KeepSignedIn {...props} />
    </Section>
  );
}
