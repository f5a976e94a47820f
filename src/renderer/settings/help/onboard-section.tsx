import { useState } from 'preact/hooks';
import { onboardingGuides, stageOf, tagsAt, type OnboardingGuide } from '#shared/access/onboarding.ts';
import type { OnboardingStage } from '#shared/access/onboarding.ts';
import { incidentWords } from '#shared/incidents/incident-text.ts';
import { ownTenantAmong } from '#shared/portals/own-tenant.ts';
import { Field } from '../../ui/field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { useNow } from '../../ui/use-now.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import type { HelpProps } from './help-props.ts';
import { OpenButton } from './open-button.tsx';
import { StepList, type Step } from './step-list.tsx';

/** What is done on the customer's side, and where. Our own side's pages stand below. */
const steps: Readonly<Record<OnboardingGuide, readonly Step[]>> = {
  consent: [
    { text: 'onboard.consent.send' },
    { text: 'onboard.consent.role', pages: ['permissions'] },
    { text: 'onboard.consent.back', pages: ['enterpriseApps'] },
  ],
  b2b: [
    { text: 'help.grant.groups', pages: ['entraGroups'] },
    { text: 'help.grant.roles', pages: ['permissions', 'endpointRoles'] },
    { text: 'help.grant.packages', pages: ['accessPackages'] },
    { text: 'help.grant.request', pages: ['myAccess'] },
    { text: 'help.grant.test', pages: ['defender'] },
  ],
  gdap: [
    { text: 'onboard.gdap.request' },
    { text: 'onboard.gdap.roles' },
    { text: 'onboard.test', pages: ['defender'] },
  ],
  governance: [
    { text: 'onboard.governance.request' },
    { text: 'onboard.governance.roles', pages: ['permissions'] },
    { text: 'onboard.test', pages: ['defender'] },
  ],
  lighthouse: [
    { text: 'onboard.lighthouse.offer' },
    { text: 'onboard.lighthouse.roles' },
    { text: 'onboard.lighthouse.test', pages: ['sentinelSettings'] },
  ],
};

/** Pages of our own tenant for each. */
const ownPages = {
  consent: ['mtoIncidents'],
  b2b: ['organizations'],
  gdap: ['partnerCustomers'],
  governance: ['mtoSettings'],
  lighthouse: ['azureLighthouse'],
} as const satisfies Readonly<Record<OnboardingGuide, readonly string[]>>;

/** How a customer is taken on, by each model of access, with letters to send and where the customer stands. */
export function OnboardSection({ api, customer, state }: HelpProps) {
  const { t, language } = useText();
  const now = useNow();
  const [guide, choose] = useState<OnboardingGuide>('consent');
  const standing = useCommand(api);
  const { incidents, settings } = state.status;
  const own = ownTenantAmong(state.customers, settings.ownTenant);
  const known = incidents.customers.find(({ tenantId }) => tenantId === customer?.tenantId);
  const check = state.status.access.checked.find(({ tenantId }) => tenantId === customer?.tenantId);
  const stand = (stage: OnboardingStage | null): void => {
    if (customer === undefined) return;
    const change = { tags: tagsAt(customer, guide, stage) };
    void standing.run({ kind: 'annotate', tenantId: customer.tenantId, change });
  };
  return (
    <Section
      fold="help-onboard"
      place="help-onboard"
      title={t('help.onboard.title')}
      about={t('help.onboard.about')}
    >
      <Field label={t('onboard.model')} locked={false}>
        {(control) => (
          <select
            {...control}
            value={guide}
            onChange={(event) => choose(event.currentTarget.value as OnboardingGuide)}
          >
            {onboardingGuides.map((each) => (
              <option key={each} value={each}>
                {t(`onboard.model.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p class="field-help">{t(`onboard.${guide}.about`)}</p>
      {customer === undefined && <p class="none">{t('help.chooseFirst')}</p>}
      <StepList api={api} context={settings} customer={customer} steps={steps[guide]} />
      <div class="part">
        <h3>{t('onboard.ownSide')}</h3>
        <div class="buttons">
          {ownPages[guide].map((page) => (
            <OpenButton key={page} api={api} context={settings} customer={own} page={page} />
          ))}
        </div>
      </div>
      {customer !== undefined && (
        <div class="part" key={`${customer.tenantId} ${guide}`}>
          <h3>{t('onboard.letter', { customer: customer.name })}</h3>
          <div class="buttons">
            <CopyButton api={api} what={`letter-${guide}-en`} tenantId={customer.tenantId}>
              {t('onboard.letter.en')}
            </CopyButton>
            <CopyButton api={api} what={`letter-${guide}-fr`} tenantId={customer.tenantId}>
              {t('onboard.letter.fr')}
            </CopyButton>
            {guide === 'consent' && (
              <CopyButton api={api} what="consent-link" tenantId={customer.tenantId}>
                {t('onboard.consent.copy')}
              </CopyButton>
            )}
          </div>
          <Field label={t('onboard.stage')} help={t('onboard.stage.help')} locked={false}>
            {(control) => (
              <select
                {...control}
                value={stageOf(customer, guide) ?? ''}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  stand(value === '' ? null : (value as OnboardingStage));
                }}
              >
                <option value="">{t('onboard.stage.none')}</option>
                <option value="asked">{t('onboard.stage.asked')}</option>
                <option value="done">{t('onboard.stage.done')}</option>
              </select>
            )}
          </Field>
          <p class="field-help" role="status">
            {guide === 'consent' && known !== undefined
              ? incidentWords(known, { t, language, now }).facts.join(' · ')
              : check === undefined
                ? t('onboard.unchecked')
                : `${t(`help.verdict.${check.verdict}`)}: ${t(`help.verdict.${check.verdict}.about`)}`}
          </p>
          {standing.problem && <ProblemNotice problem={standing.problem} announce />}
        </div>
      )}
    </Section>
  );
}
