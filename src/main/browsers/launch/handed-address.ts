/** Signs that a shell reads as its own, and that an address can spell in another way. */
const shellSigns = /[$;()*!'|<>`]/g;

/**
 * The address as it is handed to a program: the same page, with every sign of a shell percent-encoded, should anything
 * behind that program ever give it to one. `&` stays where it stands between two parameters, and `#!/` where a page's own
 * routes begin: there they are a part of the address's grammar, and the page would read another address.
 */
export function handedAddress(address: string): string {
  const [, path = '', query = '', hashbang = '', fragment = ''] =
    /^([^?#]*)(\?[^#]*)?(#!(?=\/)|#)?(.*)$/s.exec(address) ?? [];
  // SECURITY: in the one place that makes what a browser or a command of the user's own is given.
  return `${encoded(path).replaceAll('&', '%26')}${encoded(query)}${hashbang}${encoded(fragment)}`;
}

function encoded(text: string): string {
  return text.replace(shellSigns, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
