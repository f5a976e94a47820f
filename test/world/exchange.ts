import type { IncomingHttpHeaders } from 'node:http';

/** One request as the world received it. */
export interface WorldRequest {
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly method: string;
  /** From the Host header, without a port. */
  readonly host: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
}

export type RouteName =
  | 'login.authorize'
  | 'login.sign-in'
  | 'login.token'
  | 'login.device-code'
  | 'login.device-page'
  | 'login.discovery'
  | 'arm.tenants'
  | 'arm.subscriptions'
  | 'graph.gdap-customers'
  | 'graph.gdap-relationships'
  | 'graph.service-management'
  | 'graph.contracts'
  | 'graph.tenant-information'
  | 'graph.incidents'
  | 'graph.governance'
  | 'portal.page'
  | 'portal.report'
  | 'portal.mark'
  | 'portal.worker'
  | 'favicon'
  | 'start-page'
  | 'foreign'
  | 'unknown';

export interface Route {
  readonly name: RouteName;
  matches(request: WorldRequest): boolean;
  answer(request: WorldRequest, fault: ContentFault | undefined): Reply;
}

/** Faults that change what is said rather than how it is delivered; only the route named with each knows it. */
export type ContentFault =
  /** A list: every page has a next one, with an address of its own. */
  | { readonly kind: 'endless-paging' }
  /** A list: the next page is the first one again. */
  | { readonly kind: 'repeated-paging' }
  /** A list: nothing in it, and no error. */
  | { readonly kind: 'empty-list' }
  /** A list: its first page is empty, and the second one is all there is. */
  | { readonly kind: 'empty-first-page' }
  /** A list: so many rows, from the first, and no more. */
  | { readonly kind: 'short-list'; readonly rows: number }
  /** A list: rows that name no tenant in any place where one is documented. */
  | { readonly kind: 'other-rows' }
  /** A list: each row twice, the second time without a name. */
  | { readonly kind: 'twice' }
  /** A list: the next page is on another host. */
  | { readonly kind: 'foreign-next-link' }
  /** login.token: the tokens are for this tenant, whichever was asked for. */
  | { readonly kind: 'wrong-tenant'; readonly tenantId: string }
  /**
   * This error of Entra by AADSTS number, see entra-error.ts: as the answer of login.token, login.device-code and
   * login.discovery, and posted back to the application by login.authorize and login.sign-in.
   */
  | { readonly kind: 'entra-error'; readonly code: number };

export function json(status: number, value: unknown, headers: Reply['headers'] = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(value),
  };
}

/** The value of a form field or query parameter that may be given once at most; '' when it is absent. */
export function field(fields: URLSearchParams, name: string): string {
  return fields.get(name) ?? '';
}
