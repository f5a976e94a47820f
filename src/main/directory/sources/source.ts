import type { Cloud } from '../../../shared/cloud.ts';
import type { ObservedCustomer, SourceId } from '../../../shared/customer.ts';
import type { Problem } from '../../../shared/problem.ts';
import type { Result } from '../../../shared/result.ts';
import type { Account } from '../../identity/identity.ts';

export interface SourceRequest {
  readonly account: Account;
  /** An access token of the account's home tenant for the source's scopes. */
  readonly token: string;
  readonly cloud: Cloud;
  readonly signal?: AbortSignal;
}

export interface SourceListing {
  /** Each tenant once. */
  readonly customers: readonly ObservedCustomer[];
  /** How many rows named no tenant and were left out. */
  readonly skipped: number;
}

/** A place that knows which customers an account reaches. */
export interface Source {
  readonly id: SourceId;
  scopes(cloud: Cloud): readonly string[];
  /** All or nothing: a listing that breaks off is a problem, so that it never replaces a whole one. */
  list(request: SourceRequest): Promise<Result<SourceListing, Problem>>;
}
