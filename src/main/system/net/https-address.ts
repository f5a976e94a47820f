import { parseHttpsAddress } from '#shared/text/https-address.ts';

/** The address, if it is plain https on one of the hosts and printable ASCII throughout; else nothing. */
export function parseAddressOn(text: string, hosts: ReadonlySet<string>): URL | undefined {
  // SECURITY: Microsoft's APIs and Tidegate write no other letters into an address.
  const url = /[^!-~]/.test(text) ? undefined : parseHttpsAddress(text);
  return url !== undefined && hosts.has(url.hostname) ? new URL(url.href) : undefined;
}

/** An address as a message may show it: without the query, which can hold codes and tokens; at most 80 characters. */
export function shownAddress(text: string): string {
  return text.replace(/[?#].*$/s, '').slice(0, 80);
}
