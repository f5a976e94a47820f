/**
 * The address, if it is https on the standard port of one of the hosts, without user information; else nothing.
 */
export function parseHttpsAddress(text: string, hosts: ReadonlySet<string>): URL | undefined {
  // SECURITY: the URL parser drops tabs and line breaks, turns backslashes into slashes and takes look-alike letters.
  // An address that relies on that is not one that Microsoft or Tidegate wrote: printable ASCII only.
  if (/[^!-~]|\\/.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const plain = url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === '';
  return plain && hosts.has(url.hostname) ? url : undefined;
}

/** An address as a message may show it: without the query, which can hold codes and tokens; at most 80 characters. */
export function shownAddress(text: string): string {
  return text.replace(/[?#].*$/s, '').slice(0, 80);
}
