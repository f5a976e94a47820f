import { parseAuthority, parseClientId } from '#shared/settings/authority.ts';
import { clouds } from '#shared/settings/cloud.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { SecretVault } from './secrets/secret-vault.ts';
import type { Identity } from './identity.ts';
import { MsalIdentity, type MsalIdentityOptions } from './msal-identity.ts';
import { TokenFile } from './token-file.ts';

type Registration = Pick<Settings, 'clientId' | 'authority' | 'cloud' | 'persistTokens'>;
type Options = Pick<
  MsalIdentityOptions,
  'http' | 'openPage' | 'pages' | 'report' | 'saved' | 'changed' | 'schedule' | 'scopes'
> & {
  readonly vault: SecretVault;
  /** Absolute path of the file of tokens. */
  readonly path: string;
};

/** The identity for these settings. When one of them changes, cancel this one's sign-in and make another. */
export function createIdentity(settings: Registration, { vault, path, ...options }: Options): Identity {
  const kept = async () => settings.persistTokens && (await vault.protects());
  if (settings.clientId === null) return unconfigured(problem('sign-in-unconfigured', {}), kept);
  const clientId = parseClientId(settings.clientId);
  if (!clientId.ok) return unconfigured(clientId.error, kept);
  const authority = parseAuthority(settings.authority);
  if (!authority.ok) return unconfigured(authority.error, kept);
  const cloud = clouds[settings.cloud];
  const tokens = new TokenFile({ path, vault, keep: settings.persistTokens, clientId: clientId.value });
  const registration = { clientId: clientId.value, authority: authority.value, cloud };
  return new MsalIdentity({ ...options, ...registration, tokens });
}

/** An identity for when nobody can sign in: each call gives the reason. */
function unconfigured(reason: Problem, kept: Identity['kept']): Identity {
  const refuse = <T>(): Promise<Result<T, Problem>> => Promise.resolve(err(reason));
  return {
    accounts: () => Promise.resolve([]),
    signIn: refuse,
    stepUp: refuse,
    cancel: () => undefined,
    signOut: refuse,
    token: refuse,
    challenged: () => undefined,
    kept,
    keep: () => Promise.resolve(ok(undefined)),
    close: () => undefined,
    flush: () => Promise.resolve(),
  };
}
