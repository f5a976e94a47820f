/** The bench's own, plain reading of names: it must not share code with what it measures. */

const legal = new Set(
  'inc incorporated corp corporation co company ltd limited plc llc lp l.p n.v nv s.a sa ag se ab the gmbh sarl sas bv oy'.split(
    ' ',
  ),
);

/** Lower case, without accents and without the letters Unicode does not take apart. */
export function plain(text: string): string {
  return text
    .replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/[æÆ]/g, 'ae')
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '');
}

const known = new Map<string, readonly string[]>();

/** The words of a name as people type them: no punctuation, no legal form at the end. */
export function wordsIn(name: string): string[] {
  let words = known.get(name);
  if (words === undefined) {
    words = split(name);
    known.set(name, words);
  }
  return [...words];
}

function split(name: string): string[] {
  const words = plain(name)
    .toLowerCase()
    .replace(/['’.]/g, '')
    .split(/[^\p{L}\p{N}&]+/u)
    .filter((word) => word !== '' && word !== '&');
  while (words.length > 1 && legal.has(words.at(-1) ?? '')) words.pop();
  return words;
}

/** True if the query is some head of the name with at most one letter missing, extra, wrong or swapped. */
export function withinOneSlip(query: string, name: string): boolean {
  let i = 0;
  while (i < query.length && query[i] === name[i]) i++;
  if (i === query.length) return true;
  const rest = query.slice(i);
  const begins = (at: number, from: number): boolean => name.startsWith(rest.slice(from), at);
  const swapped = rest.length > 1 && rest[0] === name[i + 1] && rest[1] === name[i] && begins(i + 2, 2);
  return begins(i + 1, 0) || begins(i, 1) || begins(i + 1, 1) || swapped;
}

/** The words without their vowels, but for those that begin a word. */
export function consonantsOf(words: string): string {
  return words.replace(/(?<=[^ ])[aeiou]/g, '');
}

/** True if one text becomes the other by at most one letter lost, added or replaced, or two swapped. */
export function isOneSlipAway(typed: string, meant: string): boolean {
  let head = 0;
  while (head < typed.length && head < meant.length && typed[head] === meant[head]) head++;
  const [left, right] = [typed.slice(head), meant.slice(head)];
  const swapped = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
  return swapped || left.slice(1) === right || left === right.slice(1) || left.slice(1) === right.slice(1);
}
