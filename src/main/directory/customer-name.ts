const longest = 200;

/**
 * A name as it may be shown: one line, no control characters, at most 200 characters; nothing for a blank one.
 * SECURITY: invisible formatting (text direction above all) goes, because it can make one customer look like another.
 */
export function cleanName(text: string): string | undefined {
  const name = text
    .slice(0, 4 * longest)
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return name === '' ? undefined : [...name].slice(0, longest).join('').trimEnd();
}
