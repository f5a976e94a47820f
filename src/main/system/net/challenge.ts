import { parseObject } from '#shared/text/json-object.ts';
import type { HttpAnswer } from './http-client.ts';

/** What an API asks to be proven before it answers. */
export interface Challenge {
  /** An OpenID claims request in JSON, to be sent along with the next request for a token; absent when unreadable. */
  readonly claims?: string;
}

/** Longer claims are none of Microsoft's: they have to stand in the address of a sign-in page. */
const longestClaims = 4_096;

/**
 * SECURITY: read here and nowhere else, so that it goes to the sign-in and to no window. The claims challenge of a refusal: `WWW-Authenticate: Bearer ..., error="insufficient_claims", claims="<base64>"`.
 * Conditional Access, multi-factor and a sign-in that was revoked come this way. Nothing for any other refusal.
 */
export function readChallenge({ headers }: Pick<HttpAnswer, 'headers'>): Challenge | undefined {
  const header = headers['www-authenticate'] ?? '';
  const claims = parameter(header, 'claims');
  if (claims === undefined && parameter(header, 'error')?.toLowerCase() !== 'insufficient_claims')
    return undefined;
  const read = decodeClaims(claims ?? '');
  return read === undefined ? {} : { claims: read };
}

/** The value of `name="value"` or `name=value` (RFC 9110, 11.2); of several challenges in one header the first's. */
function parameter(header: string, name: string): string | undefined {
  const each = /([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g;
  for (const [, key = '', quoted, plain] of header.matchAll(each))
    if (key.toLowerCase() === name) return quoted?.replaceAll(/\\(.)/g, '$1') ?? plain;
  return undefined;
}

/** Base64 in either alphabet, with or without its padding. */
function decodeClaims(text: string): string | undefined {
  if (text.length > longestClaims || !/^[\w+/-]+=*$/.test(text)) return undefined;
  const claims = Buffer.from(text, 'base64').toString();
  return parseObject(claims) && claims;
}
