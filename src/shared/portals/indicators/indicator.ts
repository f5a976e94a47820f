import { parseDomain } from '../../tenant/domain.ts';
import { parseUrl } from '../../text/url.ts';
import { guidPattern } from '../../text/guid.ts';

/** What an analyst looks a thing up by. `file` is its hash; `incident`, `alert` and `device` are the portal's own ids. */
export const indicatorKinds = [
  'file',
  'device',
  'ip',
  'domain',
  'url',
  'user',
  'incident',
  'alert',
  'vulnerability',
] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

/** A thing that has a page in Defender. `value` is in its plain form, as `parseIndicator` gives it. */
export interface Indicator {
  readonly kind: IndicatorKind;
  readonly value: string;
}

/** No value is longer, in UTF-16 units: an address with it still fits a command line. */
export const longestIndicator = 2_000;

const hash = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/;
/** The sensor's two letters and a number or a GUID: `da637551227677560813_-961444813`. */
const alert = new RegExp(`^(?:(?:[a-z]{2})?\\d{15,20}_-?\\d{1,12}|[a-z]{2}${guidPattern})$`);
const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ipV4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);

/** Each gives the plain form of a text of its kind, or nothing. */
const forms: Readonly<Record<IndicatorKind, (text: string) => string | undefined>> = {
  file: (text) => matching(hash, text.toLowerCase()),
  device: (text) => matching(/^[0-9a-f]{40}$/, text.toLowerCase()),
  ip: (text) => matching(ipV4, text) ?? ipV6(text),
  domain: (text) => (isPrintable(text) ? parseDomain(text) : undefined),
  url: webAddress,
  user: userName,
  incident: (text) => matching(/^[1-9]\d{0,9}$/, text),
  alert: (text) => matching(alert, text.toLowerCase()),
  vulnerability: (text) => matching(/^CVE-\d{4}-\d{4,10}$/, text.toUpperCase()),
};

/**
 * SECURITY: the one check of what goes into an address as an indicator, also of what a window sends. Plain ASCII only:
 * digits and letters that merely look alike are none.
 */
export function parseIndicator(kind: IndicatorKind, text: string): Indicator | undefined {
  if (text.length > longestIndicator) return undefined;
  const value = forms[kind](text);
  return value === undefined || value.length > longestIndicator ? undefined : { kind, value };
}

function matching(pattern: RegExp, text: string): string | undefined {
  return pattern.test(text) ? text : undefined;
}

function isPrintable(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

/** The parser shortens it as RFC 5952 says. */
function ipV6(text: string): string | undefined {
  if (!/^[0-9a-f:.]{3,45}$/i.test(text) || !/:.*:/.test(text) || !/[0-9a-f]/i.test(text)) return undefined;
  return parseUrl(`https://[${text}]/`)?.hostname.slice(1, -1);
}

function webAddress(text: string): string | undefined {
  if (!/^(?:https?|ftp):\/\/[^/]/i.test(text) || /[\s\p{Cc}\p{Cf}]/u.test(text)) return undefined;
  // In an address that is a template braces are places to be filled.
  return parseUrl(text)?.href.replaceAll('{', '%7B').replaceAll('}', '%7D');
}

/** Guests have a `#` in theirs: `alice_fabrikam.com#EXT#@contoso.onmicrosoft.com`. */
function userName(text: string): string | undefined {
  if (!isPrintable(text)) return undefined;
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(0, at));
  const domain = parseDomain(text.slice(at + 1));
  return domain !== undefined && /^[\w.'!#^~+-]{1,64}$/.test(local) ? `${local}@${domain}` : undefined;
}
