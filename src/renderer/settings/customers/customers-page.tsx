import { AddCustomerForm } from '../../sections/add-customer-form.tsx';
import type { SectionProps } from '../../sections/section-props.ts';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { ExportSection } from './export-section.tsx';
import { ImportSection } from './import-section.tsx';
import { SamplesNotice } from './samples-notice.tsx';
import { CustomerTable } from './table/customer-table.tsx';

export function CustomersPage({ api, state }: SectionProps) {
  const { t } = useText();
  return (
    <>
      <SamplesNotice api={api} state={state} />
      <Section title={t('desktop.customers.title')} about={t('desktop.customers.about')}>
        <CustomerTable api={api} state={state} />
        <AddCustomerForm api={api} />
      </Section>
      <ImportSection api={api} state={state} />
      <ExportSection api={api} />
    </>
  );
}
