import type { Platform } from '#shared/platform.ts';
import { systemRegistry } from '../../system/process/registry.ts';
import { entriesOf } from '../../system/process/registry-export.ts';

export type ListSeparator = ';' | ',';

/** The separator that spreadsheets of this locale expect between two cells: a semicolon where the comma is the decimal sign. */
export function listSeparator(locale: string): ListSeparator {
  // A system without a language tells one that is no language tag, such as `C`.
  const known = /^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/.test(locale) ? locale : 'en-US';
  return new Intl.NumberFormat(known).format(0.5).includes(',') ? ';' : ',';
}

/** Where Windows keeps the user's own choice: Swiss tables have semicolons, and a decimal point. */
const regionKey = 'HKEY_CURRENT_USER\\Control Panel\\International';

/** What spreadsheets of this user expect: Windows tells it, elsewhere it follows from the system's locale. */
export async function systemListSeparator(
  platform: Platform,
  locale: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<ListSeparator> {
  const keys = platform === 'win32' ? await systemRegistry(environment).read(regionKey) : undefined;
  const chosen = entriesOf(keys ?? [], regionKey)?.find(({ name }) => name.toLowerCase() === 'slist')?.data;
  return chosen === ';' || chosen === ',' ? chosen : listSeparator(locale);
}
