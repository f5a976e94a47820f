import { z } from 'zod';
import type { ObservedCustomer } from '#shared/customer/customer.ts';
import { listEncodings, type ListEncoding } from '#shared/imports/list-encoding.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { JsonFile } from '../../system/storage/json-file.ts';
import { tenantIdSchema } from '../../system/storage/tenant-id-schema.ts';
import type { LeftOut } from './left-out.ts';

/** The last good reading of a shared list, and whom the user refused in it. */
export interface SharedListRecord {
  /** The path or address it was read from. */
  readonly place: string;
  /** What the server or the disk calls that version; absent when it calls it nothing. */
  readonly version?: string;
  /** Everything it says, also what is held back. */
  readonly rows: readonly ObservedCustomer[];
  readonly refused: readonly TenantId[];
  /** Absent when every row was read. */
  readonly leftOut?: LeftOut;
  /** The encoding that the user had chosen when it was read; absent for none. */
  readonly chosen?: ListEncoding;
  /** What it was read as, where that was a guess. */
  readonly guessed?: ListEncoding;
  /** On which line a quotation mark is never closed. */
  readonly openQuote?: string;
}

const schema: z.ZodType<SharedListRecord | null> = z
  .object({
    place: z.string(),
    version: z.string().exactOptional(),
    rows: z.array(
      z.object({
        tenantId: tenantIdSchema,
        name: z.string().exactOptional(),
        defaultDomain: z.string().exactOptional(),
        domains: z.array(z.string()),
        access: z.literal('list'),
      }),
    ),
    refused: z.array(tenantIdSchema),
    leftOut: z.object({ count: z.number(), line: z.number(), text: z.string() }).exactOptional(),
    chosen: z.enum(listEncodings).exactOptional(),
    guessed: z.enum(listEncodings).exactOptional(),
    openQuote: z.string().exactOptional(),
  })
  .nullable();

export function sharedListFile(path: string): JsonFile<SharedListRecord | null> {
  return new JsonFile({ record: 'shared-list', path, version: 1, schema, empty: null });
}
