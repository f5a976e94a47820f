import type { Command } from '../../shared/command.ts';
import type { Indicator } from '../../shared/portals/indicators/indicator.ts';
import type { Destination, DestinationId } from '../../shared/portals/destination.ts';
import type { Problem } from '../../shared/problem.ts';
import { longestText } from '../ui/short-reference.ts';
import type { Row } from './results.ts';

/** Where a row leads, if not to the customer's Defender portal. */
export type RowTarget =
  | {
      /** The page of something that was looked up. */
      readonly kind: 'indicator';
      readonly indicator: Indicator;
      readonly obstacle: Problem | null;
    }
  | {
      readonly kind: 'page';
      readonly destination: Destination;
      /** Why it cannot be opened for this customer; null when it can. */
      readonly obstacle: Problem | null;
    }
  | {
      /** The customer's home page, because the words behind the name are no page's. */
      readonly kind: 'no-page';
      readonly typed: string;
    }
  | {
      readonly kind: 'link';
      /** As it was pasted. */
      readonly text: string;
      /** Host and path of what opens. */
      readonly place: string;
      readonly unwrapped: readonly string[];
    };

/** One text for each row of an answer: a customer may be there with several pages. */
export function rowKey({ customer, target }: Row): string {
  if (target?.kind === 'page') return `${customer.tenantId}/${target.destination.id}`;
  if (target?.kind !== 'indicator') return customer.tenantId;
  // A key becomes an element's id.
  const { kind, value } = target.indicator;
  return `${customer.tenantId}/${kind}/${encodeURIComponent(value)}`;
}

export function obstacleOf({ target }: Row): Problem | null {
  return target?.kind === 'page' || target?.kind === 'indicator' ? target.obstacle : null;
}

/** The page that a row is for; nothing when it is the customer's. */
export function destinationOf({ target }: Row): DestinationId | undefined {
  return target?.kind === 'page' ? target.destination.id : undefined;
}

/** What Enter asks for. */
export function openCommand(
  row: Row,
  query: string,
  destination: DestinationId = destinationOf(row) ?? 'defender',
): Command {
  const { target } = row;
  const { tenantId } = row.customer;
  if (target?.kind === 'link') return { kind: 'openLink', text: target.text, shown: tenantId };
  if (target?.kind === 'indicator')
    return { kind: 'open', tenantId, destination: 'defender', indicator: target.indicator };
  return { kind: 'open', tenantId, destination, query: query.slice(0, longestText) };
}
