import type { Browser } from '../browser.ts';
import { catalogue } from './catalogue.ts';
import { productId } from './product.ts';

/** What a browser is called, also one that is not here any more: its profiles still are. */
export function browserName(id: string, found: readonly Pick<Browser, 'id' | 'name'>[]): string {
  const here = found.find((browser) => browser.id === id);
  if (here !== undefined) return here.name;
  const product = id.replace(/-(by-hand|snap)$/, '');
  return catalogue.find((each) => productId(each) === product)?.name ?? id;
}
