import type { Command } from '#shared/commands/command.ts';
import type { Customer } from '#shared/customer/customer.ts';
import type { SearchHit } from '#shared/search/hit.ts';
import type { HelpTopic } from '#shared/access/topics.ts';
import { isNobody } from '#shared/customer/nobody.ts';
import type { Indicator } from '#shared/portals/indicators/indicator.ts';
import type { PortalPage, PageId } from '#shared/portals/page.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { SettingsPage } from '#shared/settings/settings-page.ts';
import type { SettingsPlace } from '../../ui/settings-place.ts';
import { longestText } from '../../ui/short-reference.ts';
import type { MarkedText } from './marked-text.ts';

/** One customer to choose, as the finder shows it. */
export interface Row {
  readonly customer: Customer;
  readonly name: MarkedText;
  /** The customer's other name, or the tag, that was searched by. */
  readonly alias?: MarkedText;
  /** The domain or tenant id below the name. */
  readonly detail: MarkedText;
  /** Easily taken for another customer: the id's tail tells them apart. */
  readonly tellApart: boolean;
  /** Only resembles what was typed. */
  readonly isGuess?: true;
  /**
   * Why it stands where it does: the query is its tenant id, domain or link; it is one of several that a text names; or it
   * was opened lately.
   */
  readonly sign: 'named' | 'candidate' | 'recent' | null;
  /** How what was typed found the customer; absent where it did not. */
  readonly step?: SearchHit['step'];
  /** Where it leads, if not to the customer's Defender portal. */
  readonly target?: RowTarget;
}

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
      readonly page: PortalPage;
      /** Why it cannot be opened for this customer; null when it can. */
      readonly obstacle: Problem | null;
    }
  | {
      /** The customer's home page, because the words behind the name are no page's. */
      readonly kind: 'no-page';
      readonly typed: string;
    }
  | {
      /** A part of the help in the settings: the row is about no customer. */
      readonly kind: 'help';
      readonly topic: HelpTopic;
    }
  | {
      readonly kind: 'link';
      /** The link as it was pasted. */
      readonly text: string;
      /** Host and path of what opens. */
      readonly place: string;
      readonly unwrapped: readonly string[];
      /** The link names no tenant: the row's customer is one to choose for it. */
      readonly unnamed?: true;
    };

/** One text for each row of an answer: a customer may be there with several pages. */
export function rowKey({ customer, target }: Row): string {
  if (target?.kind === 'help') return `help/${target.topic.id}`;
  if (target?.kind === 'page') return `${customer.tenantId}/${target.page.id}`;
  if (target?.kind !== 'indicator') return customer.tenantId;
  // A key becomes an element's id.
  const { kind, value } = target.indicator;
  return `${customer.tenantId}/${kind}/${encodeURIComponent(value)}`;
}

export function obstacleOf({ target }: Row): Problem | null {
  return target?.kind === 'page' || target?.kind === 'indicator' ? target.obstacle : null;
}

/** The row's customer is one to choose for a link that names no tenant. */
export function isUnnamedLink({ target }: Row): boolean {
  return target?.kind === 'link' && target.unnamed === true;
}

/** The link, as it was typed, that waits for the customer who is chosen among these rows. */
export function unnamedLinkOf([first]: readonly Row[]): string | undefined {
  return first?.target?.kind === 'link' && first.target.unnamed ? first.target.text : undefined;
}

/** The page that a row is for; nothing when it is the customer's. */
export function pageIdOf({ target }: Row): PageId | undefined {
  return target?.kind === 'page' ? target.page.id : undefined;
}

/** A place in the settings. */
export interface Lead {
  readonly page: SettingsPage;
  readonly place: SettingsPlace;
  /** The page that opens once that place has been seen to. */
  readonly wanted?: PageId;
}

/** Where in the settings Enter leads for a row that opens nothing: to the help, or to where the own tenant is named. */
export function leadOf({ customer, target }: Row): Lead | undefined {
  if (target?.kind === 'help') return { page: 'help', place: `help-${target.topic.id}` };
  return target?.kind === 'page' && isNobody(customer)
    ? { page: 'portals', place: 'own-tenant', wanted: target.page.id }
    : undefined;
}

/** The query of the hunt that a row is for, as it was written. */
export function huntOf({ target }: Row): string | undefined {
  return target?.kind === 'page' ? target.page.hunting?.text : undefined;
}

/** What Enter asks for. */
export function openCommand(row: Row, query: string, page: PageId = pageIdOf(row) ?? 'defender'): Command {
  const { target } = row;
  const { tenantId } = row.customer;
  if (target?.kind === 'link' && target.unnamed)
    return { kind: 'openLink', text: target.text, customer: tenantId };
  if (target?.kind === 'link') return { kind: 'openLink', text: target.text, shown: tenantId };
  if (target?.kind === 'indicator')
    return { kind: 'open', tenantId, page: 'defender', indicator: target.indicator };
  return { kind: 'open', tenantId, page, query: query.slice(0, longestText) };
}
