import type { Translate } from '../locales/messages.ts';
import type { Destination } from './destination.ts';

/** What a page is called, in the reader's language or in the user's own words. */
export function nameOf({ name }: Pick<Destination, 'name'>, t: Translate): string {
  return 'key' in name ? t(name.key) : name.text;
}

/** The name as the value of a problem: a key of the catalogue is translated when the problem is told. */
export function nameValue({ name }: Pick<Destination, 'name'>): string {
  return 'key' in name ? name.key : name.text;
}
