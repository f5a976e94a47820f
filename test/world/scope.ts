import { graphHost } from './hosts.ts';

const identityScopes: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access']);

/** The resource that scopes are for and the permissions there; Graph when no URL is given, nothing for two resources. */
export function parseScope(
  text: string,
): { readonly audience: string; readonly granted: string } | undefined {
  const wanted = text.split(' ').filter((each) => each !== '' && !identityScopes.has(each));
  const origins = new Set(
    wanted.filter((each) => each.startsWith('https://')).map((each) => new URL(each).origin),
  );
  if (origins.size > 1) return undefined;
  const [audience = `https://${graphHost}`] = origins;
  const permissions = wanted.map((each) => each.slice(each.lastIndexOf('/') + 1));
  return { audience, granted: permissions.join(' ') };
}
