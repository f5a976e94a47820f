import { ownTenantIds } from '#shared/access/own-tenants.ts';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import type { HelpProps } from './help-props.ts';
import { StepList, type Step } from './step-list.tsx';

/** Microsoft's pages "Grant managed security service provider (MSSP) access" and "Access the MSSP customer portal". */
const steps: readonly Step[] = [
  { text: 'help.grant.groups', pages: ['entraGroups'] },
  { text: 'help.grant.roles', pages: ['permissions', 'endpointRoles'] },
  { text: 'help.grant.connected', pages: ['entra'] },
  { text: 'help.grant.packages', pages: ['accessPackages'] },
  { text: 'help.grant.request', pages: ['myAccess'] },
  { text: 'help.grant.approve', pages: ['myAccess'] },
  { text: 'help.grant.test', pages: ['defender'] },
];

/** What a customer does so that the MSSP's analysts get in, with the tenant id they need for it. */
export function GrantSection({ api, customer, state }: HelpProps) {
  const { t } = useText();
  const { settings } = state.status;
  const ids = ownTenantIds({ ...state.status, customers: state.customers });
  return (
    <Section fold="help-grant" place="help-grant" title={t('help.grant.title')} about={t('help.grant.about')}>
      <div class="part">
        <h3>{t('help.own.title')}</h3>
        {ids.length === 0 ? (
          <p class="none">{t('help.own.none')}</p>
        ) : (
          ids.map((id) => (
            <code key={id} class="help-id">
              {id}
            </code>
          ))
        )}
        <div class="buttons">
          <CopyButton api={api} what="own-tenant-ids" disabled={ids.length === 0}>
            {t('help.own.copy')}
          </CopyButton>
          {customer && (
            <CopyButton
              key={customer.tenantId}
              api={api}
              what="customer-tenant-id"
              tenantId={customer.tenantId}
            >
              {t('help.customerId.copy')}
            </CopyButton>
          )}
        </div>
      </div>
      <div class="part">
        <h3>{t('help.steps')}</h3>
        {customer === undefined && <p class="none">{t('help.chooseFirst')}</p>}
        <StepList api={api} context={settings} customer={customer} steps={steps} />
        <p class="field-help">{t('help.grant.source')}</p>
      </div>
      <div class="part">
        <h3>{t('help.models.title')}</h3>
        <ul class="help-facts">
          <li>{t('help.models.b2b')}</li>
          <li>{t('help.models.gdap')}</li>
          <li>{t('help.models.governance')}</li>
        </ul>
      </div>
    </Section>
  );
}
