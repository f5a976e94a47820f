import type { AccessKind } from '../customer/customer.ts';
import type { MessageKey } from '../locales/messages.ts';
import type { CatalogueId } from './catalogue-ids.ts';
import type { QueryTemplate } from '../hunts/query-template.ts';
import type { PortalId } from './hosts.ts';

/**
 * A page that can be opened: one of the catalogue, one that the user has added, a link of the customer's own (by its whole
 * address, so that a list that changes meanwhile cannot turn it into another one), or a hunt by its name.
 */
export type PageId = CatalogueId | `own-${string}` | `link:${string}` | HuntId;
export type HuntId = `hunt:${string}` | `unified-hunt:${string}`;

/**
 * How well it is known that the page opens in the tenant that its address names. `documented`: Microsoft shows this
 * address with a tenant in it. `attested`: others publish and use it. `inferred`: the page is documented and naming the
 * tenant works elsewhere in that portal, but nobody was found who says that it works there. `own`: the user's.
 */
export const standings = ['documented', 'attested', 'inferred', 'own'] as const;
export type Standing = (typeof standings)[number];

/** An address with places for what is known of a customer: texts may hold `{tenantId}` and the other placeholders. */
export interface AddressTemplate {
  /** Begins with a slash; neither query nor fragment. */
  readonly path: string;
  /** In this order; values may hold placeholders. */
  readonly query?: Readonly<Record<string, string>>;
  /** Without its `#`. */
  readonly fragment?: string;
}

/** One of the portals, whose host depends on the cloud; or a host of the user's. */
export type PageHost = { readonly portal: PortalId } | { readonly name: string };

/** A text that says who vouches for a page. What is quoted in it stays in its own language. */
export type SourceKey = Extract<MessageKey, `portalSource.${string}`>;

/** A portal page as data: where it is, and where in its address the customer stands. */
export interface PortalPage extends AddressTemplate {
  readonly id: PageId;
  /** A text of the catalogue of messages, or the user's own words. */
  readonly name:
    | { readonly key: MessageKey }
    | { readonly text: string }
    | { readonly hunt: string }
    | { readonly unifiedHunt: string };
  /** What people call it: a word or a few a phrase, in every language. */
  readonly words: readonly string[];
  readonly host: PageHost;
  /** What opens instead for a customer of whom less is known than the address needs. */
  readonly otherwise?: AddressTemplate & { readonly host: PageHost };
  /** The query of a hunt, which main puts into the address. */
  readonly hunting?: QueryTemplate;
  /** A customer's own link, as it is: nothing in it is filled. */
  readonly address?: string;
  /** Whose tenant it shows: a customer's, or that of whoever signs in, which is the security provider's own. */
  readonly tenant: 'customer' | 'own';
  /** It opens for somebody with one of these; absent when any will do. */
  readonly access?: readonly AccessKind[];
  readonly standing: Standing;
  /** Who says so, as a text; nothing for the user's own. */
  readonly source: SourceKey | null;
}
