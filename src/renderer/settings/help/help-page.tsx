import { useState } from 'preact/hooks';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { Section } from '../../ui/section.tsx';
import { helpChecked, helpCustomer } from '../../ui/help-customer.ts';
import { useText } from '../../ui/text.tsx';
import { useHandedOver } from '../../ui/use-handed-over.ts';
import { AlertsSection } from './alerts-section.tsx';
import { CheckSection } from './check-section.tsx';
import { CustomerChooser } from './customer-chooser.tsx';
import { FetchSection } from './fetch-section.tsx';
import { FirstStepsSection } from './first-steps-section.tsx';
import { GrantSection } from './grant-section.tsx';
import { NotOpenedSection } from './not-opened-section.tsx';
import { OnboardSection } from './onboard-section.tsx';
import { PortalSection } from './portal-section.tsx';
import { UnifiedSection } from './unified-section.tsx';
import { useIndex } from './use-index.ts';

/** What to do about access to a portal, for the customer it is about, with the way to each page it is done on. */
export function HelpPage(props: SectionProps) {
  const { t } = useText();
  const { customers, usage } = props.state;
  const index = useIndex(customers);
  const [kept, keep] = useHandedOver(helpCustomer);
  const [others, keepOthers] = useHandedOver(helpChecked);
  const [said, setSaid] = useState('');
  const customer = customers.get(kept as TenantId);
  const choose = (tenantId: TenantId): void => {
    keep(tenantId);
    keepOthers('');
    setSaid(t('help.chooser.chosen', { customer: customers.get(tenantId)?.name ?? tenantId }));
  };
  return (
    <>
      <Section title={t('help.chooser.title')} about={t('help.chooser.about')}>
        <CustomerChooser
          label={t('help.chooser.label')}
          index={index}
          usage={usage}
          chosen={customer === undefined ? [] : [customer.tenantId]}
          onChoose={choose}
        />
        <p class={customer === undefined ? 'none' : 'help-customer'}>
          {customer === undefined ? t('help.chooser.none') : customer.name}
          {customer !== undefined && (
            <span class="own-detail">
              {[customer.defaultDomain, customer.tenantId].filter((text) => text !== undefined).join(' · ')}
            </span>
          )}
        </p>
        <p class="unseen" role="status">
          {said}
        </p>
      </Section>
      <CheckSection
        key={`check ${kept}`}
        {...props}
        index={index}
        customer={customer}
        added={others.split(' ') as TenantId[]}
        onAdded={(added) => keepOthers(added.join(' '))}
      />
      <NotOpenedSection {...props} customer={customer} />
      <PortalSection {...props} customer={customer} />
      <GrantSection {...props} customer={customer} />
      <OnboardSection {...props} customer={customer} />
      <AlertsSection {...props} customer={customer} />
      <FetchSection {...props} customer={customer} />
      <UnifiedSection {...props} />
      <FirstStepsSection {...props} />
    </>
  );
}
