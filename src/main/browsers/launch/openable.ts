/**
 * SECURITY: may this address be given to a browser? Only https, only to a host on the list at its usual port, without
 * user information, and spelt exactly as the standard spells it: so it holds no space, quote or control character, no
 * look-alike host, and cannot begin with a dash and be taken for a switch.
 */
export function isOpenable(address: string, hosts: readonly string[]): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  return (
    url.href === address &&
    url.protocol === 'https:' &&
    url.username === '' &&
    url.password === '' &&
    url.port === '' &&
    hosts.includes(url.hostname) &&
    /^[\x21-\x7e]+$/.test(address) &&
    !/["'<>\\^`{|}]/.test(address)
  );
}
