import type { Customer } from '../../shared/customer.ts';
import { explain } from '../../shared/locales/messages.ts';
import { nameOf } from '../../shared/portals/names.ts';
import { useText } from '../ui/text.tsx';
import type { MarkedText } from './marked-text.ts';
import type { RowTarget } from './row-target.ts';

/** What opens, and in whose tenant. */
export function TargetName({
  customer,
  target,
}: {
  readonly customer: Customer;
  readonly target: RowTarget;
}) {
  const { t } = useText();
  const destination = target.kind === 'page' ? nameOf(target.destination, t) : target.place;
  return <>{t('finder.row.named', { destination, customer: customer.name })}</>;
}

/** Whose it is; and why it cannot be opened, or what taking a wrapper off skips. */
export function TargetDetail({
  detail,
  target,
}: {
  readonly detail: MarkedText;
  readonly target: RowTarget;
}) {
  const { t } = useText();
  if (target.kind === 'page')
    return <>{target.obstacle === null ? detail.text : explain(t, target.obstacle).message}</>;
  if (target.unwrapped.length === 0) return <>{detail.text}</>;
  const wrapper = target.unwrapped.join(', ');
  return <>{t('finder.row.unwrapped', { wrapper })}</>;
}
