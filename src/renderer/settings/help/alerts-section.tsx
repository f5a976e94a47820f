import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import type { HelpProps } from './help-props.ts';
import { StepList, type Step } from './step-list.tsx';

/** Microsoft's page "Configure alert notifications that are sent to MSSPs". */
const steps: readonly Step[] = [
  { text: 'help.alerts.add', pages: ['alertMails'] },
  { text: 'help.alerts.boxes' },
  { text: 'help.alerts.test' },
  { text: 'help.alerts.junk' },
  { text: 'help.alerts.incidents', pages: ['incidentMails'] },
  { text: 'help.alerts.paste' },
];

/** How a customer's alerts come by mail with links that open in that customer. */
export function AlertsSection({ api, customer, state }: HelpProps) {
  const { t } = useText();
  return (
    <Section
      fold="help-alerts"
      place="help-alerts"
      title={t('help.alerts.title')}
      about={t('help.alerts.about')}
    >
      {customer === undefined && <p class="none">{t('help.chooseFirst')}</p>}
      <StepList api={api} context={state.status.settings} customer={customer} steps={steps} />
      <p class="field-help">{t('help.alerts.source')}</p>
    </Section>
  );
}
