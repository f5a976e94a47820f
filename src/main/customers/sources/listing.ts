import type { Observation, SourceId } from '#shared/customer/customer.ts';
import type { Account } from '../../identity/identity.ts';
import type { Attention, Pages } from './source.ts';

/** One listing that a sync runs: a source, with the account that it is asked as where it needs one. */
export interface Listing {
  readonly source: SourceId;
  readonly account?: Pick<Account, 'id' | 'username'>;
  /**
   * The host that answers, to name it when the answer is doubted. Absent for a shared list: whoever keeps that may
   * empty it.
   */
  readonly host?: string;
  pages(attention: Attention): Pages;
}

/** The key that a listing and its observation share. */
export function listingKey({ source, accountId }: Pick<Observation, 'source' | 'accountId'>): string {
  return `${source} ${accountId ?? ''}`;
}

export function keyOfListing({ source, account }: Listing): string {
  return listingKey({ source, ...(account && { accountId: account.id }) });
}
