import type { Customer } from '../../shared/customer.ts';
import { explain, type Translate } from '../../shared/locales/messages.ts';
import { nameOf } from '../../shared/portals/names.ts';
import { shortened } from './shortened.ts';
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
  const name = customer.name === '' ? t('finder.row.ownTenant') : customer.name;
  return <>{t('finder.row.named', { destination: placeOf(target, t), customer: name })}</>;
}

function placeOf(target: RowTarget, t: Translate): string {
  switch (target.kind) {
    case 'page':
      return nameOf(target.destination, t);
    case 'indicator': {
      const { kind, value } = target.indicator;
      return t(`indicator.${kind}`, { value: shortened(value) });
    }
    case 'no-page':
      return t('destination.defender');
    case 'link':
      return target.place;
  }
}

/** Why it cannot be opened, how well it is known that it opens there, or what taking a wrapper off skips. */
export function targetNote(target: RowTarget, t: Translate): string | undefined {
  switch (target.kind) {
    case 'page':
      if (target.obstacle !== null) return explain(t, target.obstacle).message;
      return target.destination.standing === 'inferred' ? t('finder.row.inferred') : undefined;
    case 'indicator':
      return target.obstacle === null ? undefined : explain(t, target.obstacle).message;
    case 'no-page':
      return t('finder.row.noPage', { typed: target.typed });
    case 'link':
      return target.unwrapped.length === 0
        ? undefined
        : t('finder.row.unwrapped', { wrapper: target.unwrapped.join(', ') });
  }
}
