import { decodeBase64, decodePercent, type WebUrl } from '../../text/url.ts';
import { proofpointTarget } from './proofpoint.ts';

/**
 * A service that puts itself before the links of a mail, to check them when they are clicked. `target` gives the link
 * within, once decoded; nothing when it is not written in the address, which only that service can then follow.
 */
export interface Wrapper {
  readonly name: string;
  readonly hosts: RegExp;
  /** Only these paths wrap a link, where the host serves much else. */
  readonly paths?: RegExp;
  readonly target: (url: WebUrl) => string | undefined;
}

/**
 * The link stands, encoded, in one of these parameters: whichever holds an address. SECURITY: nothing where two addresses
 * do: nobody knows which of them the service follows.
 */
const inQuery =
  (...names: readonly string[]) =>
  (url: WebUrl): string | undefined => {
    const values = valuesOf(url, names);
    const addresses = values.filter((value) => /^https?:/i.test(value.trim()));
    return addresses.length > 1 ? undefined : (addresses[0] ?? values[0]);
  };

/** Each value of these parameters once, in the order of the names. */
function valuesOf({ searchParams }: WebUrl, names: readonly string[]): readonly string[] {
  const pairs = [...searchParams].map(([name, value]) => [name.toLowerCase(), value] as const);
  const values = names.flatMap((name) => pairs.filter(([each, value]) => each === name && value !== ''));
  return [...new Set(values.map(([, value]) => value))];
}

const inBase64Query = (name: string) => (url: WebUrl) => {
  const [value, another] = valuesOf(url, [name]);
  return value === undefined || another !== undefined ? undefined : decodeBase64(value.replaceAll(' ', '+'));
};

const hidden = (): undefined => undefined;

/** `/<token>/<link>`; some tokens' links are encoded twice. */
function inLastSegment({ pathname }: WebUrl): string | undefined {
  const once = decodePercent(pathname.slice(pathname.lastIndexOf('/') + 1));
  return once !== undefined && /^https?%3a/i.test(once) ? decodePercent(once) : once;
}

/** `/v2/___<link>___.<signature>`, also with a version or a random part before. */
function betweenUnderscores({ href }: WebUrl): string | undefined {
  const from = href.indexOf('___');
  const [, link] = from < 0 ? [] : (/^___(.+?)___(?:\.|$)/.exec(href.slice(from)) ?? []);
  return link !== undefined && /^https?:/i.test(link) ? link : undefined;
}

/** A JSON object in base64 that has the link as `url`. */
function inJson(name: string) {
  return (url: WebUrl): string | undefined => {
    try {
      const value: unknown = JSON.parse(inBase64Query(name)(url) ?? '');
      const link = typeof value === 'object' && value !== null && 'url' in value ? value.url : undefined;
      return typeof link === 'string' ? link : undefined;
    } catch {
      return undefined;
    }
  };
}

/** `/scan/.../<base64 link>/...` */
function inBase64Segment({ pathname }: WebUrl): string | undefined {
  const segment = pathname.split('/').find((each) => each.startsWith('aHR0c'));
  return segment === undefined ? undefined : decodeBase64(decodePercent(segment) ?? '');
}

/**
 * Sources: Proofpoint's published decoder (proofpoint.ts); for the others their links as they stand in public mails and
 * in public decoders. None is documented as a contract: a form that changes is refused, not guessed.
 */
export const wrappers: readonly Wrapper[] = [
  {
    name: 'Microsoft Safe Links',
    hosts: /^(?:[a-z0-9-]+\.)*safelinks\.protection\.(?:outlook\.com|office365\.us)$/,
    target: inQuery('url'),
  },
  {
    name: 'Microsoft Teams Safe Links',
    hosts: /^statics(?:int)?\.teams\.(?:cdn\.office\.net|microsoft\.com)$/,
    target: inQuery('url'),
  },
  {
    name: 'Microsoft Teams Safe Links',
    hosts: /^teams\.public\.onecdn\.static\.microsoft$/,
    paths: /^\/evergreen-assets\/safelinks\//i,
    target: inQuery('url'),
  },
  {
    name: 'Microsoft Azure mail',
    hosts: /^(?:[a-z0-9-]+\.)?safelink\.emails\.azure\.net$/,
    paths: /^\/redirect(?:\/|$)/i,
    target: inQuery('destination'),
  },
  {
    name: 'Outlook on the web',
    hosts: /^outlook\.office(?:365)?\.com$/,
    paths: /^\/owa\/redir\.aspx$/i,
    target: inQuery('url'),
  },
  {
    name: 'Proofpoint URL Defense',
    hosts: /^urldefense(?:\.proofpoint)?\.(?:com|us)$/,
    target: proofpointTarget,
  },
  { name: 'Barracuda Link Protection', hosts: /^linkprotect\.cudasvc\.com$/, target: inQuery('a') },
  { name: 'Cisco Secure Email', hosts: /^secure-web\.cisco\.com$/, target: inLastSegment },
  { name: 'Google', hosts: /^(?:www\.)?google\.(?:com|[a-z]{2}|co\.[a-z]{2})$/, target: inQuery('q', 'url') },
  {
    name: 'Trend Micro',
    hosts: /^[a-z0-9-]+(?:-ctp|-urlprotect)\.trendmicro\.(?:com|eu)$/,
    target: inQuery('url'),
  },
  { name: 'Trend Micro', hosts: /^[a-z0-9-]+\.check\.trendmicro\.com$/, target: inQuery('url') },
  {
    name: 'Sophos Email',
    hosts: /^[a-z0-9-]+\.protection\.sophos\.com$/,
    target: inBase64Query('u'),
  },
  { name: 'Symantec Click-time', hosts: /^clicktime\.symantec\.com$/, target: inQuery('u') },
  { name: 'Trellix', hosts: /^protect2?\.fireeye\.com$/, target: inQuery('u') },
  {
    name: 'Check Point Harmony',
    hosts:
      /^(?:url\.avanan\.click|(?:[a-z0-9-]+\.)?protect\.checkpoint\.com|[a-z0-9-]+\.url-protection\.com)$/,
    target: betweenUnderscores,
  },
  { name: 'Trustwave', hosts: /^scanmail\.trustwave\.com$/, target: inQuery('u') },
  { name: 'Vade', hosts: /^(?:antiphishing|(?:m365|gws)\.[a-z]{2})\.vadesecure\.com$/, target: inQuery('u') },
  { name: 'Libraesva', hosts: /^(?:[a-z0-9-]+\.)?esvalabs\.com$/, target: inQuery('u') },
  { name: 'Mailinblack', hosts: /^mibc-[a-z]{2}-\d+\.mailinblack\.com$/, target: inJson('key') },
  { name: 'EdgePilot', hosts: /^link\.edgepilot\.com$/, target: inQuery('u') },
  { name: 'TitanHQ', hosts: /^linklock\.titanhq\.com$/, target: inQuery('url') },
  {
    name: 'Bitdefender',
    hosts: /^(?:linkscan\.io|lsems\.gravityzone\.bitdefender\.com)$/,
    target: inBase64Segment,
  },
  { name: 'Hornetsecurity', hosts: /^seclinks\.cloud-security\.net$/, target: inQuery('url') },
  {
    name: 'GMX, WEB.DE and mail.com',
    hosts: /^deref-(?:gmx|web|mail|1und1)(?:-\d+)?\.(?:net|com|de|fr|co\.uk)$/,
    target: inQuery('redirecturl'),
  },
  { name: 'Slack', hosts: /^slack-redir\.net$/, target: inQuery('url') },
  { name: 'LinkedIn', hosts: /^www\.linkedin\.com$/, target: inQuery('url') },
  { name: 'Mimecast', hosts: /^(?:[a-z0-9-]+\.)*(?:mimecast|mimecastprotect)\.com$/, target: hidden },
  { name: 'Hornetsecurity', hosts: /^atpscan\.global\.hornetsecurity\.com$/, target: hidden },
  { name: 'Microsoft', hosts: /^(?:aka|1drv)\.ms$/, target: hidden },
  { name: 'Inky', hosts: /^shared\.outlook\.inky\.com$/, target: hidden },
];

export function wrapperOf({ hostname, pathname }: WebUrl): Wrapper | undefined {
  return wrappers.find(({ hosts, paths }) => hosts.test(hostname) && paths?.test(pathname) !== false);
}
