import { AddCustomerForm } from '../../sections/add-customer-form.tsx';
import type { SectionProps } from '../../sections/section-props.ts';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { ExportSection } from './export-section.tsx';
import { ImportSection } from './import-section.tsx';
import { OwnList } from './own-list.tsx';
import { SamplesNotice } from './samples-notice.tsx';

export function CustomersPage({ api, state }: SectionProps) {
  const { t } = useText();
  return (
    <>
      <SamplesNotice api={api} state={state} />
      <ImportSection api={api} state={state} />
      <ExportSection api={api} />
      <Section title={t('settings.customers.own')} about={t('settings.customers.ownAbout')}>
        <AddCustomerForm api={api} />
        <OwnList api={api} customers={state.customers} />
      </Section>
    </>
  );
}
