import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { WorldAccount, WorldDirectory } from './directory.ts';
import { loginHost } from './hosts.ts';

export interface AccessClaims {
  readonly aud: string;
  readonly tid: string;
  readonly oid: string;
  readonly upn: string;
  readonly scp: string;
  readonly exp: number;
}

export interface RefreshGrant {
  readonly username: string;
  readonly clientId: string;
}

export type TokenCheck =
  | { readonly ok: true; readonly claims: AccessClaims }
  | { readonly ok: false; readonly reason: 'missing' | 'malformed' | 'expired' | 'audience' };

/**
 * Issues and checks tokens. Access and id tokens are JWTs signed with a secret of this world; a refresh token is
 * random, begins with `world-refresh-`, and serves every tenant its account reaches, as Entra's does.
 */
export class TokenMint {
  readonly #secret = randomBytes(32);
  readonly #refresh = new Map<string, RefreshGrant>();
  readonly #issued: string[] = [];
  readonly #directory: WorldDirectory;
  readonly #clock: () => number;
  readonly lifetimeSeconds: number;
  /** Milliseconds by which the servers' clock is ahead of this computer's. */
  clockAhead = 0;

  /** `now` in milliseconds since 1970: the world's clock. */
  constructor(directory: WorldDirectory, lifetimeSeconds: number, now: () => number) {
    this.#directory = directory;
    this.#clock = now;
    this.lifetimeSeconds = lifetimeSeconds;
  }

  /** Every token handed out, for tests that search files and foreign requests for them. */
  issued(): readonly string[] {
    return [...this.#issued];
  }

  accessToken(account: WorldAccount, tenantId: string, audience: string, scope: string): string {
    return this.#sign({
      aud: audience,
      ...this.#common(account, tenantId),
      upn: account.username,
      scp: scope,
    });
  }

  idToken(account: WorldAccount, tenantId: string, clientId: string, nonce: string): string {
    return this.#sign({
      aud: clientId,
      ...this.#common(account, tenantId),
      name: account.displayName,
      preferred_username: account.username,
      login_hint: account.username,
      ...(nonce === '' ? {} : { nonce }),
    });
  }

  refreshToken(grant: RefreshGrant): string {
    const token = `world-refresh-${randomBytes(32).toString('base64url')}`;
    this.#refresh.set(token, grant);
    this.#issued.push(token);
    return token;
  }

  refreshGrant(token: string): RefreshGrant | undefined {
    return this.#refresh.get(token);
  }

  /** As if an administrator had revoked all sessions: no refresh token is good any more. */
  revokeRefreshTokens(): void {
    this.#refresh.clear();
  }

  check(authorization: string | undefined, audiences: readonly string[]): TokenCheck {
    const bearer = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
    if (bearer === undefined) return { ok: false, reason: 'missing' };
    const [header, payload, signature, ...rest] = bearer.split('.');
    if (header === undefined || payload === undefined || signature === undefined || rest.length > 0) {
      return { ok: false, reason: 'malformed' };
    }
    const expected = this.#signature(`${header}.${payload}`);
    const given = Buffer.from(signature, 'base64url');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      return { ok: false, reason: 'malformed' };
    }
    // Signed by this mint, so it is what accessToken or idToken wrote.
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as AccessClaims;
    if (!audiences.includes(claims.aud)) return { ok: false, reason: 'audience' };
    return claims.exp <= this.#now() / 1000 ? { ok: false, reason: 'expired' } : { ok: true, claims };
  }

  #common(account: WorldAccount, tenantId: string): object {
    const now = Math.floor(this.#now() / 1000);
    const oid = this.#directory.objectIdIn(account, tenantId);
    return {
      iss: `https://${loginHost}/${tenantId}/v2.0`,
      ver: '2.0',
      tid: tenantId,
      oid,
      sub: `sub-${oid}`,
      uti: randomUUID(),
      iat: now,
      nbf: now,
      exp: now + this.lifetimeSeconds,
    };
  }

  #now(): number {
    return this.#clock() + this.clockAhead;
  }

  #sign(claims: object): string {
    const header = base64url({ alg: 'HS256', typ: 'JWT', kid: 'local-world' });
    const unsigned = `${header}.${base64url(claims)}`;
    const token = `${unsigned}.${this.#signature(unsigned).toString('base64url')}`;
    this.#issued.push(token);
    return token;
  }

  #signature(text: string): Buffer {
    return createHmac('sha256', this.#secret).update(text).digest();
  }
}

export function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
