import { parseObject } from '#shared/text/json-object.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';

/** What an access token says of itself; nothing where it is no JWT. The signature is the API's to check. */
export function claimsOfToken(token: string): Readonly<Record<string, unknown>> {
  const [, payload] = token.split('.');
  return parseObject(Buffer.from(payload ?? '', 'base64url').toString()) ?? {};
}

/** The tenant that an access token is for: its `tid` claim. Nothing where it names none. */
export function tenantOfToken(token: string): TenantId | undefined {
  const { tid } = claimsOfToken(token);
  return typeof tid === 'string' ? parseTenantId(tid) : undefined;
}
