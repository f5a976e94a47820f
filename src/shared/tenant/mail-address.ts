/**
 * Of a mail address the domain; the text itself where it is none. Read as a program of mail or a link has it too:
 * `Alice <alice@contoso.com>`, `mailto:alice@contoso.com?subject=Alert`.
 */
export function withoutMailbox(text: string): string {
  // As programs of mail write an address behind its owner's name.
  const [, inside = text] = /^[^<>@]{0,100}<([^<>\s]+@[^<>\s]+)>[,;.]?$/.exec(text) ?? [];
  const address = /^(?:mailto:)?[^\s@:/]+@([^\s@?.]+\.[^\s@?]+)(?:\?\S*)?$/i;
  return address.exec(inside)?.[1] ?? text;
}
