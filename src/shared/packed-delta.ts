import type { ListDelta } from './channels.ts';

/**
 * A change of the list on its way from main into a page, as JSON. Electron's bridge into a page copies every object and
 * array of a structured value by itself: for 10,000 customers that took ten times as long as a text and its parsing.
 */
export type PackedDelta = string & { readonly packs: 'ListDelta' };

export function packDelta(delta: ListDelta): PackedDelta {
  return JSON.stringify(delta) as PackedDelta;
}

export function unpackDelta(packed: PackedDelta): ListDelta {
  return JSON.parse(packed) as ListDelta;
}
