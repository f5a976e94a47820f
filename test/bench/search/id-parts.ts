import type { Random } from './random.ts';

/** How logs, portals and people shorten a tenant id, and which ids such a text may stand for. */

const dots = ['…', '...'];

function inAnyCase(text: string, random: Random): string {
  return random.below(3) === 0 ? text.toUpperCase() : text;
}

/** One group from the middle or two side by side, perhaps with dots where the rest was. */
export function idPartsOf(id: string, random: Random): string {
  const groups = id.split('-');
  const first = 1 + random.below(3);
  const part = groups.slice(first, first + 1 + random.below(2)).join('-');
  const around = [part, part, `${part}${random.pick(dots)}`, `${random.pick(dots)}${part}`];
  return inAnyCase(random.pick(around), random);
}

/** The last group or its end. */
export function tailOfId(id: string, random: Random): string {
  const tail = id.slice(random.pick([-12, -12, -5 - random.below(5)]));
  return inAnyCase(random.below(3) === 0 ? `${random.pick(dots)}${tail}` : tail, random);
}

/** Its head with dots, its two ends with dots between, or with its middle masked. */
export function shortenId(id: string, random: Random): string {
  const head = id.slice(0, random.pick([4, 6, 8, 8]));
  const tail = id.slice(-4 - random.below(3));
  const texts = [
    `${id.slice(0, 8)}${random.pick(dots)}`,
    `${head}${random.pick(dots)}${tail}`,
    `${id.slice(0, 8)}-****-****-****-${id.slice(-12)}`,
  ];
  return inAnyCase(random.pick(texts), random);
}

/** Whether the parts stand in the id one behind the other. */
export function isPartOfId(query: string, id: string): boolean {
  let at = 0;
  for (const part of query.toLowerCase().split(/[^0-9a-f-]+/)) {
    const bare = part.replace(/^-+|-+$/g, '');
    const found = id.indexOf(bare, at);
    if (found < 0) return false;
    at = found + bare.length;
  }
  return true;
}
