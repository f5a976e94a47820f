import { problem, type Problem } from '../../problem.ts';
import { parseUrl } from '../../url.ts';
import { exactHosts, portalOf } from '../hosts.ts';

/** Why an address is not opened. `link` is one that is not https on a listed host. */
export function refusalOf(link: string): Problem {
  const address = link.slice(0, 80);
  const url = parseUrl(link);
  if (url === undefined) return problem('link-disguised', { address });
  const host = url.hostname;
  const listed = portalOf(host) !== undefined;
  if (!/^https?:/i.test(link)) return problem('link-not-https', { address });
  // Another spelling than the plain one: a user name, a port, a backslash, letters that merely look alike.
  if (!plain.test(link)) return problem('link-disguised', { address });
  if (url.protocol !== 'https:') return problem('link-not-https', { address });
  if (!listed && resemblesPortal(host)) return problem('link-look-alike', { host: host.slice(0, 120) });
  return problem('link-host-unlisted', { host: host.slice(0, 120) });
}

const plain = /^https?:\/\/[a-z0-9.-]+(?:[/?#][^\s\\\p{Cc}\p{Cf}]*)?$/iu;

/** A portal's name within a longer one, with other punctuation, or with letters for others that look like them. */
function resemblesPortal(host: string): boolean {
  const skeleton = skeletonOf(host);
  return skeletons.some((portal) => skeleton.includes(portal)) || /(^|\.)xn--/.test(host);
}

const skeletonOf = (host: string): string =>
  host
    .toLowerCase()
    .replaceAll('0', 'o')
    .replaceAll('1', 'l')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replace(/[^a-z]/g, '');

/** Without the last label, which look-alikes change first. */
const skeletons = exactHosts.map((host) => skeletonOf(host.replace(/\.[a-z]+$/, '')));
