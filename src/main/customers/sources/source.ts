import type { Cloud } from '#shared/settings/cloud.ts';
import type { AccountSourceId, ObservedCustomer } from '#shared/customer/customer.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/result.ts';
import type { Account } from '../../identity/identity.ts';

/** How a listing is cancelled, and how it tells that it has to wait. */
export interface Attention {
  readonly signal: AbortSignal;
  /** Told each time the server asks to wait: until when. */
  readonly onWait: (until: Date) => void;
}

export interface SourceRequest extends Attention {
  readonly account: Account;
  /** An access token of the account's home tenant for the source's permission; see settings/permissions. */
  readonly token: string;
  readonly cloud: Cloud;
}

/** Customers as they arrive. A later row of a tenant takes an earlier one's place. */
export type Pages = AsyncIterable<Result<readonly ObservedCustomer[], Problem>>;

/** A place that knows which customers an account reaches. */
export interface Source {
  readonly id: AccountSourceId;
  /** The first problem is the last thing that comes: a listing that breaks off never counts as a whole one. */
  list(request: SourceRequest): Pages;
}
