import { Section } from '../ui/section.tsx';
import { useText } from '../ui/text.tsx';
import { AddCustomerForm } from './add-customer-form.tsx';
import { ImportForm } from './import-form.tsx';
import { OwnList } from './own-list.tsx';
import type { SectionProps } from './section-props.ts';

/** The list that needs no sign-in: pasted, opened from a file, added one by one. */
export function CustomersSection({ api, state }: SectionProps) {
  const { t } = useText();
  return (
    <Section title={t('setup.customers.title')} about={t('setup.customers.about')}>
      <ImportForm api={api} />
      <AddCustomerForm api={api} />
      <OwnList api={api} customers={state.customers} />
    </Section>
  );
}
