import type { Customer } from '../../../shared/customer.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
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
      <ConfirmButton
        look="quiet"
        label={t('setup.list.removeOne', { customer: customer.name })}
        question={t('setup.list.ask', { customer: customer.name })}
        confirm={t('setup.list.remove')}
        onConfirm={props.remove}
      >
        {t('setup.list.remove')}
      </ConfirmButton>
    </li>
  );
}
