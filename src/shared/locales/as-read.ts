import { fold, wordsOf } from '../search/normalise.ts';

/**
 * Phrases as who looks for them reads them (find-pages.ts): folded, each once, and none that stands behind a portal's name as well,
 * as "incidents" does in "Defender: incidents". Pages of windows hold them so, because they are a fifth shorter.
 */
export function asRead(phrases: readonly string[]): readonly string[] {
  const read = new Set(phrases.map((phrase) => partsOf(phrase).map(folded).join(':')));
  const inPortals = new Set([...read].flatMap((phrase) => partsOf(phrase).slice(1)));
  return [...read].filter((phrase) => phrase !== '' && !inPortals.has(phrase));
}

/** "Entra: users" is the page "users" in the portal "Entra". */
function partsOf(phrase: string): readonly string[] {
  const at = phrase.indexOf(':');
  return at > 0 ? [phrase.slice(0, at), phrase.slice(at + 1)] : [phrase];
}

const folded = (text: string): string => wordsOf(fold(text)).join(' ');
