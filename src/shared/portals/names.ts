import type { Translate } from '../locales/messages.ts';
import type { PortalPage } from './page.ts';

/** What a page is called, in the reader's language or in the user's own words. */
export function nameOf({ name }: Pick<PortalPage, 'name'>, t: Translate): string {
  if ('key' in name) return t(name.key);
  if ('hunt' in name) return t('hunts.page', { name: name.hunt });
  if ('unifiedHunt' in name) return t('hunts.unifiedPage', { name: name.unifiedHunt });
  return name.text;
}

/** The name as the value of a problem: a key of the catalogue is translated when the problem is told. */
export function nameValue({ name }: Pick<PortalPage, 'name'>): string {
  if ('key' in name) return name.key;
  if ('hunt' in name) return name.hunt;
  return 'unifiedHunt' in name ? name.unifiedHunt : name.text;
}
