import type { AccessKind } from '../../customer/customer.ts';
import type { MessageKey } from '../../locales/messages.ts';
import type { PortalId } from '../hosts.ts';

/**
 * How well it is known that the page opens in the tenant that its address names. `documented`: Microsoft shows this
 * address with a tenant in it. `attested`: others publish and use it. `inferred`: the page is documented and naming the
 * tenant works elsewhere in that portal, but nobody was found who says that it works there. `own`: the user's.
 */
export type Standing = 'documented' | 'attested' | 'inferred' | 'own';

/** An address with places for what is known of a customer: texts may hold `{tenantId}` and the other placeholders. */
export interface AddressTemplate {
  /** Begins with a slash; neither query nor fragment. */
  readonly path: string;
  /** In this order; values may hold placeholders. */
  readonly query?: Readonly<Record<string, string>>;
  /** A query as somebody wrote it, without its `?`, in the place of `query`; it need not be pairs. */
  readonly search?: string;
  /** The fragment without its `#`. */
  readonly fragment?: string;
}

/** One of the portals, whose host depends on the cloud; or a host of the user's. */
export type PageHost = { readonly portal: PortalId } | { readonly name: string };

/** A text that says who vouches for a page. What is quoted in it stays in its own language. */
export type SourceKey = Extract<MessageKey, `portalSource.${string}`>;

/**
 * A page as a row of the catalogue: where it is, and where in its address the customer stands. Its id is its key; its name
 * and words are the messages `page.<id>` and `.words`.
 */
export interface Page extends AddressTemplate {
  readonly host: PageHost;
  /** What opens instead for a customer of whom less is known than the address needs. */
  readonly otherwise?: AddressTemplate & { readonly host: PageHost };
  /** Whose tenant it shows: a customer's, or that of whoever signs in, which is the security provider's own. */
  readonly tenant: 'customer' | 'own';
  /** The page opens with one of these kinds of access; absent when any will do. */
  readonly access?: readonly AccessKind[];
  readonly standing: Standing;
  /** Who says that it opens, as a text; null for the user's own page. */
  readonly source: SourceKey | null;
}

/** Sources that several pages share: keys of their texts. */
export const sources = {
  mssp: 'portalSource.mssp',
  experts: 'portalSource.experts',
  tenantPulse: 'portalSource.tenantPulse',
  cmd: 'portalSource.cmd',
  cipp: 'portalSource.cipp',
  mto: 'portalSource.mto',
} as const;
