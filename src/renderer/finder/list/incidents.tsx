import { createContext, type ComponentChildren } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { incidentWords, type IncidentWords } from '#shared/incidents/incident-text.ts';
import type { CustomerIncidents, IncidentsStatus } from '#shared/incidents/incidents.ts';
import { readIncidentQuery } from '#shared/incidents/incident-query.ts';
import type { Status } from '#shared/status/status.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { useText } from '../../ui/text.tsx';
import { useNow } from '../../ui/use-now.ts';

type Known = ReadonlyMap<TenantId, CustomerIncidents>;

const IncidentsContext = createContext<Known>(new Map());

/** What is known of customers' incidents, for every row below. */
export const IncidentsProvider = IncidentsContext.Provider;

/** The incidents by customer; a new map only when something is different. */
export function useIncidents({ customers, revision }: IncidentsStatus): Known {
  return useMemo(() => new Map(customers.map((each) => [each.tenantId, each])), [revision]);
}

/** What is said of one customer's incidents; nothing where it was not asked. */
export function useIncidentWords(tenantId: TenantId): IncidentWords | undefined {
  const known = useContext(IncidentsContext).get(tenantId);
  const { language, t } = useText();
  return known && incidentWords(known, { t, language, now: Date.now() });
}

/** The number at the end of a row. */
export function IncidentBadge({ tenantId }: { readonly tenantId: TenantId }) {
  const words = useIncidentWords(tenantId);
  if (words === undefined || words.badge === null) return null;
  return (
    <span
      class="badge"
      data-incidents
      data-tone={words.urgent ? 'danger' : undefined}
      title={words.facts.join(' · ')}
    >
      {words.badge}
    </span>
  );
}

/** All that is known, above what is written about a customer. */
export function IncidentDetails({ tenantId }: { readonly tenantId: TenantId }) {
  useNow();
  const words = useIncidentWords(tenantId);
  const { t } = useText();
  if (words === undefined) return null;
  return (
    <p class="details-id">
      {t('incidents.title')}: {words.facts.join(' · ')}
    </p>
  );
}

/** Why a query for incidents lists nobody; for any other query what is inside. */
export function NoIncidents(props: {
  readonly query: string;
  readonly status: Pick<Status, 'incidents' | 'settings'>;
  readonly children: ComponentChildren;
}) {
  const { t } = useText();
  if (readIncidentQuery(props.query) === undefined) return <>{props.children}</>;
  const { incidents: status, settings } = props.status;
  const on = settings.incidents;
  const pause = status.pause === null ? '' : ` ${t(`incidents.pause.${status.pause}`)}`;
  const counted = status.customers.filter(({ counted: known }) => known !== null).length;
  return (
    <section class="empty">
      <h2>{t(on ? 'incidents.empty.title' : 'incidents.off.title')}</h2>
      <p>
        {on
          ? t('incidents.empty.text', {
              counted,
              others: status.customers.length - counted + status.waiting,
            }) + pause
          : t('incidents.off.text')}
      </p>
      <p>{t('incidents.empty.filters')}</p>
    </section>
  );
}
