import { KeepSignedIn } from '../../sections/keep-signed-in.tsx';
import type { SectionProps } from '../../sections/section-props.ts';
import { SignInForm } from '../../sections/sign-in-form.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { AccountList } from './account-list.tsx';
import { CloudSection } from './cloud-section.tsx';
import { EndShift } from './end-shift.tsx';

export function AccountsPage(props: SectionProps) {
  const { t } = useText();
  return (
    <>
      <AccountList {...props} />
      <Section title={t('settings.accounts.add')} about={t('settings.accounts.addAbout')}>
        <SignInForm {...props} />
      </Section>
      <Section title={t('settings.general.signIn')} about={t('settings.general.signInAbout')}>
        <KeepSignedIn {...props} />
      </Section>
      <CloudSection {...props} />
      <EndShift {...props} />
    </>
  );
}
