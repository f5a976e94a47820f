import { pairBit } from './mask.ts';

/**
 * Parts of a tenant id as logs and people shorten it: "0b01-47cc", "0b01…", "…8a2c", "3adc483e…8a2c",
 * "3adc483e-****-****-****-41eb9f3d8a2c".
 */
export interface IdParts {
  /** Hexadecimal digits in lower case and perhaps dashes; they stand in the id one behind the other. */
  readonly parts: readonly string[];
  /** Whether the first part was typed without dots before it, and the last one without dots behind. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** Words such as "face" are hexadecimal too: without a digit, dash or dots only whole groups and both ends count. */
  readonly plain: boolean;
  /** Their pairs of digits: see `pairsOfDigits`. */
  readonly pairs: number;
}

/** [start, end) of each part in the id as written, and how well they stand there: 0 is the id's head. */
export interface IdPlaces {
  readonly tier: number;
  readonly places: readonly (readonly [start: number, end: number])[];
}

const least = 4;
/** So many digits say enough to be looked for anywhere, also in the middle of a group. */
const leastAnywhere = 5;
/** Of two shortened ends: enough digits together that no two customers share them by chance. */
const leastTogether = 6;
const longest = 44;
const gap = /(?:\.{2,}|[…*•·]|-(?=[…*•·])|(?<=[…*•·])-)+/;

/** Nothing for a text that no tenant id could be shortened to. */
export function readIdParts(text: string): IdParts | undefined {
  const bare = text.toLowerCase().replace(/^\{/, '').replace(/\}$/, '');
  if (bare.length < least || bare.length > longest || !/^[0-9a-f…*•·.-]+$/.test(bare)) return undefined;
  const pieces = bare.split(gap);
  const parts = pieces.map((piece) => piece.replace(/^-+|-+$/g, '')).filter((piece) => piece !== '');
  const digits = parts.join('').replaceAll('-', '').length;
  if (parts.some((part) => part.includes('.')) || digits < (parts.length > 1 ? leastTogether : least))
    return undefined;
  const [opens, closes] = [pieces[0] !== '', pieces.at(-1) !== ''];
  const plain = parts.length === 1 && opens && closes && /^[a-f]+$/.test(bare);
  const pairs = parts.reduce((mask, part) => mask | pairsOfDigits(part), 0);
  return { parts, opens, closes, plain, pairs };
}

/** One bit for each two digits side by side, dashes apart: an id that lacks a bit of a part does not have the part. */
export function pairsOfDigits(text: string): number {
  const digits = text.replaceAll('-', '');
  let mask = 0;
  for (let at = 0; at < digits.length; at++) mask |= pairBit(digits, at);
  return mask;
}

/** Where the parts stand in a tenant id; nothing if they do not. */
export function placesInId({ parts, opens, closes, plain }: IdParts, id: string): IdPlaces | undefined {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return bestPlace(id, only, opens, plain);
  const places: (readonly [number, number])[] = [];
  let from = 0;
  for (const [i, part] of parts.entries()) {
    const isLast = i === parts.length - 1;
    const place = isLast && closes ? atEnd(id, part, from) : next(id, part, from);
    if (place === undefined) return undefined;
    places.push(place);
    from = place[1];
  }
  return { tier: opens && places[0]?.[0] === 0 ? 0 : 1, places };
}

function bestPlace(id: string, part: string, opens: boolean, plain: boolean): IdPlaces | undefined {
  let best: IdPlaces | undefined;
  const first = part.charAt(0);
  for (let start = id.indexOf(first); start >= 0; start = id.indexOf(first, start + 1)) {
    const end = endOf(id, part, start);
    if (end < 0) continue;
    const tier = tierOf(id, start, end, part, opens, plain);
    if (tier < (best?.tier ?? tiers)) best = { tier, places: [[start, end]] };
  }
  return best;
}

const tiers = 4;

function tierOf(
  id: string,
  start: number,
  end: number,
  part: string,
  opens: boolean,
  plain: boolean,
): number {
  if (start === 0) return opens ? 0 : 1;
  const begins = id.charAt(start - 1) === '-';
  const ends = end === id.length || id.charAt(end) === '-';
  if ((begins && ends) || end === id.length) return 1;
  if (plain) return tiers;
  return begins ? 2 : part.length >= leastAnywhere ? 3 : tiers;
}

/** Where the part ends if it stands at a place; dashes may be left out of it, not put where the id has none. */
function endOf(id: string, part: string, start: number): number {
  if (id.charCodeAt(start) !== part.charCodeAt(0)) return -1;
  let at = start;
  for (let i = 0; i < part.length; i++, at++) {
    if (id.charCodeAt(at) === dash && part.charCodeAt(i) !== dash) at++;
    if (id.charCodeAt(at) !== part.charCodeAt(i)) return -1;
  }
  return at;
}
const dash = 45;

function next(id: string, part: string, from: number): readonly [number, number] | undefined {
  for (let start = from; start < id.length; start++) {
    const end = endOf(id, part, start);
    if (end >= 0) return [start, end];
  }
  return undefined;
}

function atEnd(id: string, part: string, from: number): readonly [number, number] | undefined {
  for (let start = from; start < id.length; start++)
    if (endOf(id, part, start) === id.length) return [start, id.length];
  return undefined;
}
