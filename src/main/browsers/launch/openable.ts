import { parseHttpsAddress } from '#shared/text/https-address.ts';

/**
 * SECURITY: may this address be given to a browser? Only https, only to a host on the list, and spelt exactly as the
 * standard spells it: so it holds no space, quote or control character, no look-alike host, and cannot begin with a
 * dash and be taken for a switch.
 */
export function isOpenable(address: string, hosts: readonly string[]): boolean {
  const url = parseHttpsAddress(address);
  return (
    url !== undefined &&
    url.href === address &&
    hosts.includes(url.hostname) &&
    /^[\x21-\x7e]+$/.test(address) &&
    !/["'<>\\^`{|}]/.test(address)
  );
}
