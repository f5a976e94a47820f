import type { Customer } from '#shared/customer/customer.ts';
import { Button } from '../../ui/button.tsx';
import { useText } from '../../ui/text.tsx';

/** One customer of the user's own list, with the way to take it off. */
export function OwnListRow(props: { readonly customer: Customer; readonly remove: () => void }) {
  const { customer } = props;
  const { t } = useText();
  return (
    <li class="own-row">
      <span class="own-text">
        <span class="own-name">{customer.name}</span>
        <span class="own-detail">{customer.defaultDomain ?? customer.tenantId}</span>
      </span>
      <Button
        look="quiet"
        label={t('setup.list.removeOne', { customer: customer.name })}
        onClick={props.remove}
      >
        {t('setup.list.remove')}
      </Button>
    </li>
  );
}
