import { plainHref } from '#shared/text/https-address.ts';
import { decodePercent, parseUrl } from '#shared/text/url.ts';

/** Parameters that hold what somebody searched for. */
const searching = /^(?:q|kql|search|filters?|.*quer(?:y|ies))$/i;

/** Parameters that may hold a secret, whatever it looks like. */
const secret =
  /(?:token|secret|signature|password|passwd|pwd|assertion|credentials?|ticket|session(?:_?id)?|key)$|^(?:code|state|nonce|sig|sas|otp|pin)$/i;

/** Parameters that name whom or what somebody looked into, whatever it looks like: as the addresses of indicators do. */
const indicating =
  /^(?:upn|user(?:_?name|_?principal_?name)?|e?mail|login_?hint|sender|recipients?|(?:url|sender)_?domain|url|fqdn|ip(?:_?address)?|hash|(?:file_?)?(?:sha_?1|sha_?256|md5)|file_?name|(?:device|machine)(?:_?name)?)$/i;

/** What a page, a tenant or an item is called: nothing that was written, and nobody's address. */
const plain = /^@?[\w.~{}-]{0,64}$/;

/** What follows in a fragment's path is a query: Log Analytics shares its own so. */
const query = /(\/(?:q|query)\/).*$/is;

const left = '...';

/**
 * An address for the journal: where it led, without what was searched for there, and without secrets. SECURITY: queries hold
 * names, addresses and hashes of a customer's incident, and the journal is kept for long and exported.
 */
export function journalAddress(address: string): string {
  const url = parseUrl(address);
  if (url === undefined) return left;
  const [page, inner] = split(url.hash.slice(1));
  // Some sign-ins give their answer as pairs in the fragment itself.
  const place = page.includes('=') ? withoutQueries(page) : page;
  const fragment =
    place.replace(query, `$1${left}`) + (inner === undefined ? '' : `?${withoutQueries(inner)}`);
  url.search = withoutQueries(url.search.slice(1));
  url.hash = '';
  return plainHref(url) + (fragment === '' ? '' : `#${fragment}`);
}

/** A fragment may hold a query of its own. */
function split(fragment: string): readonly [string, string?] {
  const at = fragment.indexOf('?');
  return at < 0 ? [fragment] : [fragment.slice(0, at), fragment.slice(at + 1)];
}

function withoutQueries(text: string): string {
  return text
    .split('&')
    .map((pair) => {
      const at = pair.indexOf('=');
      if (at < 0) return plain.test(pair) ? pair : left;
      const name = pair.slice(0, at);
      const plainName = decodePercent(name) ?? name;
      const isHarmless =
        ![searching, secret].some((each) => each.test(plainName)) && !indicating.test(plainName);
      const isKept = isHarmless && plain.test(pair.slice(at + 1));
      return isKept ? pair : `${name}=${left}`;
    })
    .join('&');
}
