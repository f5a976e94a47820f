import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import type { HelpProps } from './help-props.ts';
import { StepList, type Step } from './step-list.tsx';

/** Microsoft's page "Fetch alerts from MSSP customer tenant". */
const steps: readonly Step[] = [
  { text: 'help.fetch.application', pages: ['appRegistrations'] },
  { text: 'help.fetch.tokens' },
  { text: 'help.fetch.allow', pages: ['settings'] },
];

/** How a customer's alerts come into the MSSP's own SIEM. */
export function FetchSection({ api, customer, state }: HelpProps) {
  const { t } = useText();
  return (
    <Section fold="help-fetch" place="help-fetch" title={t('help.fetch.title')} about={t('help.fetch.about')}>
      {customer === undefined && <p class="none">{t('help.chooseFirst')}</p>}
      <StepList api={api} context={state.status.settings} customer={customer} steps={steps} />
      <p class="field-help">{t('help.fetch.source')}</p>
    </Section>
  );
}
