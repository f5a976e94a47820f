import type { Customer } from '../../shared/customer.ts';
import { explain, type Translate } from '../../shared/locales/messages.ts';
import { nameOf } from '../../shared/portals/names.ts';
import { useText } from '../ui/text.tsx';
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

/** Why it cannot be opened, or what taking a wrapper off skips. */
export function targetNote(target: RowTarget, t: Translate): string | undefined {
  if (target.kind === 'page')
    return target.obstacle === null ? undefined : explain(t, target.obstacle).message;
  if (target.unwrapped.length === 0) return undefined;
  return t('finder.row.unwrapped', { wrapper: target.unwrapped.join(', ') });
}
