import { useEffect, useMemo } from 'preact/hooks';
import { AddCustomerForm } from '../sections/add-customer-form.tsx';
import { ImportForm } from '../sections/import-form.tsx';
import { ownCustomers } from '../sections/own-customers.ts';
import type { SectionProps } from '../sections/section-props.ts';
import type { ImportText } from '../sections/use-import-text.ts';
import { Section } from '../ui/section.tsx';
import { useText } from '../ui/text.tsx';

/** The list that needs no sign-in: pasted, opened from a file, added one by one. */
export function CustomersSection({ api, list, state }: SectionProps & { readonly list: ImportText }) {
  const { t, language } = useText();
  const { customers } = state;
  const { dropped } = state.status;
  const { run } = list.command;
  useEffect(() => {
    if (dropped !== null) void run({ kind: 'importFile', from: { kind: 'again' } });
  }, [dropped]);
  const count = useMemo(() => ownCustomers(customers, '', language).length, [customers, language]);
  return (
    <Section title={t('setup.customers.title')} about={t('setup.customers.about')} part="customers">
      <ImportForm list={list} />
      <AddCustomerForm api={api} />
      {count > 0 && <p class="done-line">{t('setup.list.title', { count })}</p>}
    </Section>
  );
}
