import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import type { HelpProps } from './help-props.ts';
import { StepList, type Step } from './step-list.tsx';

/** Microsoft's page "Access the Microsoft Defender XDR MSSP customer portal", step by step, and what Tidegate does of it. */
const steps: readonly Step[] = [
  { text: 'help.portal.signIn', pages: ['entra'] },
  { text: 'help.portal.directory' },
  { text: 'help.portal.tenantId' },
  { text: 'help.portal.open', pages: ['defender'] },
  { text: 'help.portal.unified' },
];

/** How the portal of a customer is reached. */
export function PortalSection({ api, customer, state }: HelpProps) {
  const { t } = useText();
  return (
    <Section
      fold="help-portal"
      place="help-portal"
      title={t('help.portal.title')}
      about={t('help.portal.about')}
    >
      {customer === undefined && <p class="none">{t('help.chooseFirst')}</p>}
      <StepList api={api} context={state.status.settings} customer={customer} steps={steps} />
      <p class="field-help">{t('help.portal.source')}</p>
    </Section>
  );
}
