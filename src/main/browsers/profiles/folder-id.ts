import { createHmac } from 'node:crypto';
import type { TenantId } from '#shared/tenant/tenant-id.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const length = 26;

/**
 * The folder of a customer's profile: `t-` and 26 characters of RFC 4648's base32 alphabet in lower case, 130 bits of
 * HMAC-SHA-256(salt, tenant id). Always the same for one installation, so there is no registry to lose; not to be
 * guessed from the tenant id without the salt. Lower case, because Windows and macOS do not tell cases apart.
 */
export function profileFolderId(salt: string, tenantId: TenantId): string {
  return `t-${secretName(salt, tenantId)}`;
}

/** The folder of the profile that the customers of one account share: `a-` and 26 characters, made in the same way. */
export function accountFolderId(salt: string, accountId: string): string {
  return `a-${secretName(salt, `account:${accountId}`)}`;
}

function secretName(salt: string, text: string): string {
  const digest = createHmac('sha256', salt).update(text).digest();
  let bits = BigInt(`0x${digest.toString('hex')}`);
  let id = '';
  for (let index = 0; index < length; index += 1) {
    id += alphabet[Number(bits & 31n)] ?? '';
    bits >>= 5n;
  }
  return id;
}

/** SECURITY: what may be used as a folder of ours, or deleted as one. */
export function isProfileFolderId(text: string): boolean {
  return /^[ta]-[a-z2-7]{26}$/.test(text);
}
