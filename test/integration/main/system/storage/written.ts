import type { JournalLine } from '../../../../../src/main/state/journal/journal.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';

/** What is written, all of it given by its number, so that a reader knows whether it is whole. */
export interface Entry {
  readonly n: number;
  readonly filler: string;
}

/** From 20 bytes to some 400 kB: a handful of customers, and ten thousand. */
const fillerLengths = [0, 400_000, 3_000, 60_000];

export function entryOf(n: number): Entry {
  return { n, filler: `${n}.`.repeat((fillerLengths[n % fillerLengths.length] ?? 0) / 10) };
}

export function lineOf(n: number): JournalLine {
  return {
    at: '2026-01-05T08:00:00.000Z',
    tenantId: parseTenantId('c0a1d5e2-7b34-4f18-9e6d-2f5a8b1c3d47') as TenantId,
    customer: `Customer ${n}`,
    page: 'defender',
    url: `https://security.microsoft.com/?tid=c0a1d5e2-7b34-4f18-9e6d-2f5a8b1c3d47#${n}`,
    browser: 'chromium',
    level: 'profile',
    profile: 't-0123456789abcdef',
    outcome: 'started',
  };
}
