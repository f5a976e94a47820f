import type { Translate } from '../locales/messages.ts';
import { isCatalogueId } from '../portals/catalogue-ids.ts';
import { findPage, type PageSettings } from '../portals/pages.ts';
import { nameOf } from '../portals/names.ts';
import type { PageId } from '../portals/page.ts';
import type { Opened } from './journal-entry.ts';

/** The ways in that can open a customer; each has a text. */
export const openingWaysIn = [
  'finder',
  'settings',
  'tray',
  'notice',
  'clipboard-hotkey',
  'link',
  'command-line',
] as const;

/** What a page in the journal is called; one that is gone by what is left of its name. */
export function journalPageName(page: string, settings: PageSettings, t: Translate): string {
  if (page === 'link') return t('journal.page.link');
  if (page.startsWith('indicator-')) return t('journal.page.indicator');
  const known = findPage(page as PageId, settings, {});
  if (known !== undefined) return nameOf(known, t);
  return isCatalogueId(page) || page.startsWith('own-') ? t('journal.page.gone') : decoded(page);
}

/** Through what a customer was opened; empty where nobody knows. */
export function wayInText({ wayIn }: Pick<Opened, 'wayIn'>, t: Translate): string {
  const known = openingWaysIn.find((each) => each === wayIn);
  return known === undefined ? '' : t(`journal.wayIn.${known}`);
}

/** The name of a hunt that is gone. */
function decoded(page: string): string {
  const name = page.slice(page.indexOf(':') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
