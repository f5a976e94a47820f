import type { ComponentChildren } from 'preact';
import type { ProblemKind } from '../../shared/problem.ts';
import { lookupIn } from '../../shared/portals/links/customer-lookup.ts';
import type { AppState } from '../ui/app-store.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { holdsLink, readQueryLink } from './link-rows.ts';

/** A tenant that is not on the list can be added: the empty state asks. */
const askedElsewhere: ReadonlySet<ProblemKind> = new Set(['customer-unknown', 'domain-unlisted']);

/** Why a pasted link is not opened; the children where the query is no such link. */
export function LinkRefusal(props: {
  readonly state: AppState;
  readonly query: string;
  readonly children: ComponentChildren;
}) {
  const { state, query } = props;
  if (!holdsLink(query)) return <>{props.children}</>;
  const { portalHosts } = state.status.settings;
  const target = readQueryLink(query, { portalHosts, lookup: lookupIn(state.customers) });
  if (target.ok || askedElsewhere.has(target.error.kind)) return <>{props.children}</>;
  return (
    <section class="empty">
      <ProblemNotice problem={target.error} announce />
    </section>
  );
}
