import { byUrgency } from '#shared/incidents/incident-query.ts';
import { badgeWords } from '#shared/incidents/incident-text.ts';
import type { CustomerIncidents } from '#shared/incidents/incidents.ts';
import type { Language } from '#shared/locales/language.ts';
import type { Translate } from '#shared/locales/messages.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { timeAgo } from '#shared/time-ago.ts';
import { fitValue } from './label-width.ts';
import type { TrayItem } from './tray-item.ts';

/** How many customers the tray names. */
const urgentShown = 5;

export interface IncidentItemsContext {
  /** What the customer is called so that nobody else is meant; nothing for one who is not on the list. */
  readonly nameOf: (tenantId: TenantId) => string | undefined;
  readonly t: Translate;
  readonly language: Language;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Lines of the customers with urgent incidents, the most urgent first: each has the number and its age, and opens that customer's queue. */
export function incidentItems(
  customers: readonly CustomerIncidents[],
  { language, nameOf, now, t }: IncidentItemsContext,
): readonly TrayItem[] {
  const urgent = customers
    .filter(({ counted }) => counted !== null && counted.count.total > 0)
    .sort(byUrgency)
    .flatMap(({ counted, tenantId }) => {
      const name = nameOf(tenantId);
      return counted === null || name === undefined ? [] : [{ counted, name, tenantId }];
    });
  if (urgent.length === 0) return [];
  return [
    { kind: 'separator' },
    { kind: 'item', label: t('tray.incidents', { count: urgent.length }) },
    ...urgent.slice(0, urgentShown).map(({ counted, name, tenantId }): TrayItem => ({
      kind: 'item',
      label: fitValue(
        (customer) =>
          t('tray.incidents.customer', {
            customer,
            number: badgeWords(counted.count, t),
            ago: timeAgo(counted.at, now, language),
          }),
        name,
      ),
      command: { kind: 'open', tenantId, page: 'incidents' },
    })),
  ];
}
