import type { Language } from '../locales/language.ts';
import type { Translate } from '../locales/messages.ts';
import { selectionLinks } from '../portals/links/selection-link.ts';
import type { Shift, ShiftCustomer } from './shift.ts';

export interface HandOverOptions {
  readonly t: Translate;
  readonly language: Language;
  /** What a page is called. */
  readonly pageName: (page: string) => string;
  /** Domain and end of the id. */
  readonly detailOf: (customer: ShiftCustomer) => string;
}

/** What a colleague needs to go on: whom, where and when, and the links that select the same customers. */
export function handOverText(shift: Shift, { detailOf, language, pageName, t }: HandOverOptions): string {
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const { customers } = shift;
  const blocks = customers.map((customer) =>
    [
      `${customer.name} (${detailOf(customer)})`,
      ...customer.opened.map(({ at, page }) => `  ${time.format(at)}  ${pageName(page)}`),
    ].join('\n'),
  );
  const title = t('journal.shift.textTitle', {
    count: customers.length,
    period: shiftPeriod(shift, language),
  });
  const links = handOverLinks(shift);
  return [title, ...blocks, `${t('journal.shift.textLink')}\n${links}`].join('\n\n') + '\n';
}

/** Links that select these customers in the finder of whoever opens them, one a line. */
export function handOverLinks({ customers }: Shift): string {
  return selectionLinks(customers.map(({ tenantId }) => tenantId)).join('\n');
}

/** From when to when, such as "28 Nov 2026, 14:02 – 21:40". */
export function shiftPeriod({ from, to }: Shift, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).formatRange(from, to);
}
