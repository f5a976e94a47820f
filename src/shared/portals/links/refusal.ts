import { problem, type Problem } from '../../problems/problem.ts';
import { parseUrl } from '../../text/url.ts';
import { exactHosts, portalOf } from '../hosts.ts';

/** Why an address is not opened. `link` is one that is not https on a listed host. */
export function refusalOf(link: string): Problem {
  const address = link.slice(0, 80);
  // Whoever disarms a link does not dress it up.
  if (/^(?:hxxps?|h\*\*ps?|fxp):/i.test(link)) return problem('link-not-https', { address });
  const url = parseUrl(link);
  if (url === undefined) return problem('link-disguised', { address });
  const host = url.hostname;
  // No name in the DNS is longer: nobody has this host.
  if (host.length > longestHost) return problem('link-disguised', { address });
  const listed = portalOf(host) !== undefined;
  if (!/^https?:/i.test(link)) return problem('link-not-https', { address });
  // Another spelling than the plain one: a user name, a port, a backslash, letters that merely look alike.
  if (!plain.test(link)) return problem('link-disguised', { address });
  if (url.protocol !== 'https:') return problem('link-not-https', { address });
  if (!listed && resemblesPortal(host)) return problem('link-look-alike', { host: host.slice(0, 120) });
  return problem('link-host-unlisted', { host: host.slice(0, 120) });
}

const longestHost = 253;

const plain = /^https?:\/\/[a-zA-Z0-9.-]+(?:[/?#][^\s\\\p{Cc}\p{Cf}]*)?$/u;

/** A portal's name within a longer one, with other punctuation, or with letters for others that look like them. */
function resemblesPortal(host: string): boolean {
  // Nobody but the owner of a domain names hosts below it: one that is not listed is no trap.
  if (!/(^|\.)xn--/.test(host) && isMicrosofts(host)) return false;
  if (host.split(/[.-]/).some(resemblesBrand) || withinAnother.test(host)) return true;
  const skeleton = skeletonOf(host);
  return skeletons.some((portal) => skeleton.includes(portal)) || /(^|\.)xn--/.test(host);
}

/** A tenant's SharePoint below another's domain, or in one label with what stands before. Many have a host "sharepoint". */
const withinAnother = /sharepoint[.-](?:com|us)[.-]|-sharepoint\.(?:com|us)$/;

const skeletonOf = (host: string): string =>
  host
    .toLowerCase()
    .replaceAll('0', 'o')
    .replace(/[1i]/g, 'l')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replace(/[^a-z]/g, '');

/** The maker's name below another's domain, or spelt with one slip. */
function resemblesBrand(label: string): boolean {
  const skeleton = skeletonOf(label);
  return skeleton === brands[0] || brands.some((brand) => skeleton !== brand && isOneSlip(skeleton, brand));
}

/** One letter more, less or another. */
function isOneSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let head = 0;
  while (head < other.length && one[head] === other[head]) head += 1;
  const rest = (text: string, skipped: number): string => text.slice(head + skipped);
  return (
    rest(one, 1) === rest(other, 1) || rest(one, 0) === rest(other, 1) || rest(one, 1) === rest(other, 0)
  );
}

/**
 * The top-level domains that are Microsoft's alone. Source: IANA's root zone database, which names Microsoft Corporation as
 * the manager of each.
 */
const ownTopLevels = ['azure', 'bing', 'hotmail', 'microsoft', 'office', 'skype', 'windows', 'xbox'];

/**
 * Microsoft's clouds whose portals are not opened: China's, which 21Vianet runs, and Germany's, which is closed. Source:
 * Microsoft's page on national clouds.
 */
const elsewhere = [
  'azure.cn',
  'chinacloudapi.cn',
  'microsoftonline.cn',
  'partner.outlook.cn',
  'sharepoint.cn',
  'windowsazure.cn',
  'microsoftazure.de',
  'microsoftonline.de',
];

function isMicrosofts(host: string): boolean {
  return [...ownDomains, ...ownTopLevels, ...elsewhere].some((domain) => host.endsWith(`.${domain}`));
}

/** The domains that portals' hosts lie below. */
const ownDomains = [...new Set(exactHosts.map((host) => host.split('.').slice(-2).join('.')))];

const brands = ['microsoft', 'azure', 'sharepoint'].map(skeletonOf);

/** Without the last label, which look-alikes change first. */
const skeletons = exactHosts.map((host) => skeletonOf(host.replace(/\.[a-z]+$/, '')));
