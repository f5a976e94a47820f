import type { SectionProps } from '../../sections/section-props.ts';
import { SignInForm } from '../../sections/sign-in-form.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { Accounts } from './accounts.tsx';

export function AccountsPage(props: SectionProps) {
  const { t } = useText();
  return (
    <>
      <Section title={t('settings.accounts.signedIn')} about={t('settings.accounts.signedInAbout')}>
        <Accounts {...props} />
      </Section>
      <Section title={t('settings.accounts.add')} about={t('settings.accounts.addAbout')}>
        <SignInForm {...props} />
      </Section>
    </>
  );
}
