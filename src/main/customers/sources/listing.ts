import type { Observation, SourceId } from '#shared/customer/customer.ts';
import type { Account } from '../../identity/identity.ts';
import type { Attention, Pages } from './source.ts';

/** What a sync asks once: a source, as an account if it needs one. */
export interface Listing {
  readonly source: SourceId;
  readonly account?: Pick<Account, 'id' | 'username'>;
  /** Who answers, to name when the answer is doubted; absent for what its keeper may empty as they like. */
  readonly host?: string;
  pages(attention: Attention): Pages;
}

/** What a listing and its observation have in common. */
export function listingKey({ source, accountId }: Pick<Observation, 'source' | 'accountId'>): string {
  return `${source} ${accountId ?? ''}`;
}

export function keyOfListing({ source, account }: Listing): string {
  return listingKey({ source, ...(account && { accountId: account.id }) });
}
