import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';

/** What an access token says of itself; nothing where it is no JWT. The signature is the API's to check. */
export function claimsOfToken(token: string): Readonly<Record<string, unknown>> {
  const [, payload] = token.split('.');
  if (payload === undefined) return {};
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return typeof claims === 'object' && claims !== null ? { ...claims } : {};
  } catch {
    return {};
  }
}

/** The tenant that an access token is for: its `tid` claim. Nothing where it names none. */
export function tenantOfToken(token: string): TenantId | undefined {
  const { tid } = claimsOfToken(token);
  return typeof tid === 'string' ? parseTenantId(tid) : undefined;
}
