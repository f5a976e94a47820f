/** Controls but for line breaks and tabs, what turns the direction of writing, and other ends of lines. */
const unsafe = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text as it may go to a terminal. SECURITY: lists, names and arguments are written by others, and a terminal obeys what
 * stands in them: each such sign is written out, as in JSON, where it means the same.
 */
export function forTerminal(text: string): string {
  return text.replace(unsafe, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
