import { useMemo, useRef, useState } from 'preact/hooks';
import type { TidegateApi } from '#shared/commands/channels.ts';
import type { Customer } from '#shared/customer/customer.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { ownCustomers } from '../../sections/own-customers.ts';
import { OwnListRow } from './own-list-row.tsx';

/** So many rows at first, and with each press of "show more". */
const step = 20;

/** The customers that somebody wrote down, each with the way to take it off again. */
export function OwnList(props: {
  readonly api: TidegateApi;
  readonly customers: ReadonlyMap<TenantId, Customer>;
}) {
  const { t, language } = useText();
  const [filter, setFilter] = useState('');
  const [shown, setShown] = useState(step);
  const [removed, setRemoved] = useState<string | null>(null);
  const command = useCommand(props.api);
  const heading = useRef<HTMLHeadingElement>(null);
  const all = useMemo(() => ownCustomers(props.customers, '', language), [props.customers, language]);
  const matching = useMemo(
    () => ownCustomers(props.customers, filter, language),
    [props.customers, filter, language],
  );
  if (all.length === 0 && removed === null) return null;

  const remove = async (customer: Customer): Promise<void> => {
    const outcome = await command.run({ kind: 'removeCustomer', tenantId: customer.tenantId });
    if (!outcome.ok) return;
    // The button that had the keyboard goes with its row; the heading is the nearest thing that stays.
    heading.current?.focus();
    setRemoved(customer.name);
  };
  return (
    <div class="part">
      <h3 ref={heading} tabIndex={-1}>
        {t('setup.list.title', { count: all.length })}
      </h3>
      {all.length > step && (
        <Field label={t('setup.list.filter')}>
          {(control) => (
            <input
              {...control}
              type="search"
              value={filter}
              onInput={(event) => setFilter(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      {command.problem && <ProblemNotice problem={command.problem} announce />}
      <p class="unseen" role="status">
        {removed === null ? '' : t('setup.list.removed', { customer: removed })}
      </p>
      <ul class="own-list">
        {matching.slice(0, shown).map((customer) => (
          <OwnListRow key={customer.tenantId} customer={customer} remove={() => void remove(customer)} />
        ))}
      </ul>
      {matching.length === 0 && filter !== '' && <p class="field-help">{t('setup.list.noMatch')}</p>}
      {matching.length > shown && (
        <div class="buttons">
          <Button look="quiet" onClick={() => setShown(shown + step)}>
            {t('setup.list.more', { count: matching.length - shown })}
          </Button>
        </div>
      )}
    </div>
  );
}
