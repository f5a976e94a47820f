import { useEffect, useState } from 'preact/hooks';
import type { TenantId } from '../../../shared/tenant-id.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { Section } from '../../ui/section.tsx';
import { helpChecked, helpCustomer } from '../../ui/help-customer.ts';
import { useText } from '../../ui/text.tsx';
import { useKept } from '../../ui/use-kept.ts';
import { AlertsSection } from './alerts-section.tsx';
import { CheckSection } from './check-section.tsx';
import { CustomerChooser } from './customer-chooser.tsx';
import { GrantSection } from './grant-section.tsx';
import { NotOpenedSection } from './not-opened-section.tsx';
import { UnifiedSection } from './unified-section.tsx';
import { useIndex } from './use-index.ts';

/** What to do about access to a portal, for the customer it is about, with the way to each page it is done on. */
export function HelpPage(props: SectionProps) {
  const { t } = useText();
  const { customers, usage } = props.state;
  const index = useIndex(customers);
  const [kept, keep] = useKept(helpCustomer);
  const [others, keepOthers] = useKept(helpChecked);
  useEffect(() => {
    // The finder has asked for help with a customer while this page was on show.
    const follow = ({ key, newValue }: StorageEvent): void => {
      if (key === helpCustomer) keep(newValue ?? '');
      if (key === helpChecked) keepOthers(newValue ?? '');
    };
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, []);
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
      <GrantSection {...props} customer={customer} />
      <AlertsSection {...props} customer={customer} />
      <UnifiedSection {...props} />
    </>
  );
}
