import type { Customer } from '#shared/customer/customer.ts';
import { explain, type Translate } from '#shared/locales/messages.ts';
import { isNobody } from '#shared/customer/nobody.ts';
import type { PortalPage } from '#shared/portals/page.ts';
import { nameOf } from '#shared/portals/names.ts';
import { lacksSecurityRole } from '#shared/customer/lacks-security-role.ts';
import { shortened } from '../results/shortened.ts';
import { useText } from '../../ui/text.tsx';
import type { Row, RowTarget } from '../results/row.ts';

/** What opens, and in whose tenant. */
export function TargetName({
  customer,
  target,
}: {
  readonly customer: Customer;
  readonly target: RowTarget;
}) {
  const { t } = useText();
  if (target.kind === 'help') return <>{t('finder.row.help', { topic: t(target.topic.title) })}</>;
  const name = customer.name === '' ? t('finder.row.ownTenant') : customer.name;
  return <>{t('finder.row.named', { page: placeOf(target, t), customer: name })}</>;
}

function placeOf(target: Exclude<RowTarget, { kind: 'help' }>, t: Translate): string {
  switch (target.kind) {
    case 'page':
      return nameOf(target.page, t);
    case 'indicator': {
      const { kind, value } = target.indicator;
      return t(`indicator.${kind}`, { value: shortened(value) });
    }
    case 'no-page':
      return t('page.defender');
    case 'link':
      return target.place;
  }
}

/** The roles that are known are those that open the Defender portal; of other portals nothing is said. */
function isDefender({ host }: PortalPage): boolean {
  return 'portal' in host && host.portal === 'defender';
}

/** What Enter does instead, why it cannot be opened, which role is missing, how well it is known that it opens there, or what taking a wrapper off skips. */
export function targetNote(
  { customer, target }: Pick<Row, 'customer' | 'target'>,
  t: Translate,
): string | undefined {
  switch (target?.kind) {
    case 'page':
      if (isNobody(customer)) return t('finder.row.nameOwn');
      if (target.obstacle !== null) return explain(t, target.obstacle).message;
      if (isDefender(target.page) && lacksSecurityRole(customer)) return t('finder.row.noSecurityRole');
      if (target.page.standing !== 'inferred') return undefined;
      return t(target.page.hunting === undefined ? 'finder.row.inferred' : 'finder.row.inferredHunt');
    case 'indicator':
      return target.obstacle === null ? undefined : explain(t, target.obstacle).message;
    case 'no-page':
      return t('finder.row.noPage', { typed: target.typed });
    case 'help':
      return t('finder.row.helpOpens');
    case 'link':
      return target.unnamed || target.unwrapped.length === 0
        ? undefined
        : t('finder.row.unwrapped', { wrapper: target.unwrapped.join(', ') });
    case undefined:
      return undefined;
  }
}
