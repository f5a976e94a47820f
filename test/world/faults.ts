import type { ContentFault, RouteName, WorldRequest } from './exchange.ts';

/** Faults in how an answer is delivered; any route can have them. */
export type DeliveryFault =
  /** This status and an error body; with `retryAfterSeconds` the header of that name. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterSeconds?: number }
  /** The right answer, late. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** The connection stays open and nothing comes. */
  | { readonly kind: 'silent' }
  /** Half of the promised bytes, then the connection is cut. */
  | { readonly kind: 'cut' }
  /** Status and content type as usual, the text cut short. */
  | { readonly kind: 'broken-json' }
  /** The right status with an HTML page, as a captive portal answers. */
  | { readonly kind: 'content-type' }
  /** This status with a web page: a proxy's, a gateway's, a network's own (511). */
  | { readonly kind: 'page'; readonly status: number }
  /** The right answer under another status of success, such as 206, or without its body, such as 204. */
  | { readonly kind: 'other-success'; readonly status: number }
  /** The right answer behind a byte order mark, called plain text. */
  | { readonly kind: 'marked' }
  /** A refusal with a claims challenge, as Conditional Access and continuous access evaluation send it. */
  | { readonly kind: 'challenge'; readonly status?: number; readonly claims: string }
  /** Status 200, and in it an error as ARM and Graph write one. */
  | { readonly kind: 'error-body' }
  | { readonly kind: 'redirect'; readonly location: string };

export type Fault = DeliveryFault | ContentFault;

export interface FaultScope {
  /** How many requests it hits before it heals by itself. Default: until healed. */
  readonly times?: number;
  /** Which requests it hits. Default: all of the route. */
  readonly when?: (request: WorldRequest) => boolean;
}

const contentKinds: ReadonlySet<Fault['kind']> = new Set<ContentFault['kind']>([
  'endless-paging',
  'empty-list',
  'empty-first-page',
  'short-list',
  'other-rows',
  'twice',
  'foreign-next-link',
  'repeated-paging',
  'wrong-tenant',
  'entra-error',
]);

export function isContentFault(fault: Fault): fault is ContentFault {
  return contentKinds.has(fault.kind);
}

/** The faults in force. Later ones go first. */
export class Faults {
  #rules: { route: RouteName; fault: Fault; left: number; when: (request: WorldRequest) => boolean }[] = [];

  put(route: RouteName, fault: Fault, scope: FaultScope = {}): void {
    this.#rules.unshift({ route, fault, left: scope.times ?? Infinity, when: scope.when ?? (() => true) });
  }

  /** Ends the faults of one route, or all. */
  heal(route?: RouteName): void {
    this.#rules = route === undefined ? [] : this.#rules.filter((rule) => rule.route !== route);
  }

  /** The fault that hits this request, which is one time less from now on. */
  take(route: RouteName, request: WorldRequest): Fault | undefined {
    const rule = this.#rules.find((each) => each.route === route && each.left > 0 && each.when(request));
    if (rule === undefined) return undefined;
    rule.left -= 1;
    return rule.fault;
  }
}
