import type { ComponentChildren } from 'preact';
import type { Customer } from '#shared/customer/customer.ts';
import { identityDetail } from '#shared/customer/customer-identity.ts';
import { useText } from '../../ui/text.tsx';
import { CustomerTile } from '../list/customer-tile.tsx';

/**
 * Whom a panel or a question is about: colour, name, domain and the end of the tenant id. Nothing of it is cut off.
 * `id` is the name's element, for what is labelled by it; `title` replaces the name where a sentence holds it.
 */
export function CustomerHeader(props: {
  readonly customer: Customer;
  readonly id?: string;
  readonly title?: string;
  readonly children?: ComponentChildren;
}) {
  const { customer, id, title } = props;
  const { t } = useText();
  return (
    <header class="customer-header" data-tenant={customer.tenantId}>
      <CustomerTile customer={customer} />
      <div class="customer-header-text">
        <h2 id={id}>{title ?? customer.name}</h2>
        <p class="customer-header-detail">{identityDetail(t, customer)}</p>
      </div>
      {props.children}
    </header>
  );
}
