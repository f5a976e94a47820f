import { graphHost } from './hosts.ts';

const identityScopes: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access']);

/** Splits what was asked for into the resource it is for and the permissions there; Graph when no URL is given. */
export function parseScope(text: string): { readonly audience: string; readonly granted: string } {
  const wanted = text.split(' ').filter((each) => each !== '' && !identityScopes.has(each));
  const first = wanted.find((each) => each.startsWith('https://'));
  const audience = first === undefined ? `https://${graphHost}` : new URL(first).origin;
  const permissions = wanted.map((each) => each.slice(each.lastIndexOf('/') + 1));
  return { audience, granted: permissions.join(' ') };
}
