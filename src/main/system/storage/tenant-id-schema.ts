import { z } from 'zod';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';

/** A tenant id in JSON from outside: parsed by the one parser, refused when it is none. */
export const tenantIdSchema: z.ZodType<TenantId, string> = z.string().transform((text, context) => {
  const id = parseTenantId(text);
  if (id !== undefined) return id;
  context.addIssue('not a tenant id');
  return z.NEVER;
});
