const longest = 60;

/**
 * A customer's name as a browser may show it: without control characters, marks that turn the direction of text,
 * private and malformed characters; spaces single; 60 characters at most. Never empty: then it is `fallback`.
 */
export function displayName(name: string, fallback: string): string {
  const clean = name
    .normalize('NFC')
    // Joiners (U+200C, U+200D) stay: names in Persian and emoji need them.
    .replaceAll(/(?![\u200c\u200d])[\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]/gu, '')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ')
    .trim();
  const characters = [...clean];
  const cut = characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : clean;
  return /[^\u200c\u200d\s]/u.test(cut) ? cut : fallback;
}
