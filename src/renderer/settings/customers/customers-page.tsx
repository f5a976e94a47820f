import { AddCustomerForm } from '../../sections/add-customer-form.tsx';
import { ImportForm } from '../../sections/import-form.tsx';
import type { SectionProps } from '../../sections/section-props.ts';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { OwnList } from './own-list.tsx';

export function CustomersPage({ api, state }: SectionProps) {
  const { t } = useText();
  return (
    <Section title={t('settings.customers.import')} about={t('settings.customers.importAbout')}>
      <ImportForm api={api} />
      <AddCustomerForm api={api} />
      <OwnList api={api} customers={state.customers} />
    </Section>
  );
}
