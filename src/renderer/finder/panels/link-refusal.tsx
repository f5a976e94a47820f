import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ProblemKind } from '#shared/problems/problem.ts';
import { lookupIn } from '#shared/portals/links/customer-lookup.ts';
import type { AppState } from '../../ui/app-store.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { readUnnamedLink } from '#shared/portals/links/unnamed-link.ts';
import { readsAsText } from '#shared/portals/links/find-target.ts';
import { readQueryText } from '../results/link-rows.ts';

/** A tenant that is not on the list can be added: the empty state asks. */
const askedElsewhere: ReadonlySet<ProblemKind> = new Set(['customer-unknown', 'domain-unlisted']);

/** Why nothing opens of a pasted text; the children where the query is none. */
export function LinkRefusal(props: {
  readonly state: AppState;
  readonly query: string;
  readonly children: ComponentChildren;
}) {
  const { state, query } = props;
  const lookup = useMemo(() => lookupIn(state.customers), [state.customers]);
  const hosts = state.status.settings.portalHosts.join('\n');
  const portals = useMemo(
    () => ({ portalHosts: state.status.settings.portalHosts, lookup }),
    [hosts, lookup],
  );
  if (!readsAsText(query)) return <>{props.children}</>;
  const target = readQueryText(query, portals);
  if (readUnnamedLink(query, portals.portalHosts) !== undefined) return <>{props.children}</>;
  if (target.ok || askedElsewhere.has(target.error.problem.kind)) return <>{props.children}</>;
  return (
    <section class="empty">
      <ProblemNotice problem={target.error.problem} announce />
    </section>
  );
}
