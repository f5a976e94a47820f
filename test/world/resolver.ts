import { allHosts } from './hosts.ts';

/**
 * The value of Chromium's `--host-resolver-rules` that leads every name of the world to its port on loopback.
 * Every other name fails to resolve, so nothing a browser does by itself reaches the real network; loopback
 * itself, where a sign-in returns to, is left alone.
 */
export function hostResolverRules(port: number): string {
  const mapped = allHosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`);
  return [...mapped, 'MAP * ~NOTFOUND', 'EXCLUDE localhost', 'EXCLUDE 127.0.0.1'].join(', ');
}
