import type { IncidentCount } from '#shared/incidents/incidents.ts';

/** A number of active incidents, none of severity high, but for what the test says. */
export function aCount({ bySeverity, ...part }: Partial<IncidentCount> = {}): IncidentCount {
  return {
    total: 0,
    atLeast: false,
    bySeverity: { ...{ high: 0, medium: 0, low: 0, informational: 0 }, ...bySeverity },
    open: [],
    newest: null,
    newestHigh: null,
    ...part,
  };
}
