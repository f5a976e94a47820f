import { parseTenantId, type TenantId } from '../../shared/tenant-id.ts';

/**
 * The tenant that an access token for Microsoft Graph is for: its `tid` claim. The signature is Graph's to check. Nothing
 * where the token is no JWT or names no tenant.
 */
export function tenantOfToken(token: string): TenantId | undefined {
  const [, payload] = token.split('.');
  if (payload === undefined) return undefined;
  try {
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as unknown;
    const tid: unknown =
      typeof claims === 'object' && claims !== null ? Reflect.get(claims, 'tid') : undefined;
    return typeof tid === 'string' ? parseTenantId(tid) : undefined;
  } catch {
    return undefined;
  }
}
