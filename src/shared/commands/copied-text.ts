import type { Customer } from '../customer/customer.ts';

/** What can be copied about a customer. */
export const copiedTexts = ['link', 'tenantId', 'ticket'] as const;
export type CopiedText = (typeof copiedTexts)[number];

/** The longest template of a ticket, in characters. */
export const longestTemplate = 2_000;

/** What goes into the clipboard. `template` may hold {name}, {domain}, {id} and {link}; other braces stay as they are. */
export function copiedText(what: CopiedText, customer: Customer, link: string, template: string): string {
  if (what === 'link') return link;
  if (what === 'tenantId') return customer.tenantId;
  const values: Readonly<Record<string, string>> = {
    name: customer.name,
    domain: customer.defaultDomain ?? customer.domains[0] ?? '',
    id: customer.tenantId,
    link,
  };
  // One pass: what a name says in braces is not filled again.
  return template.replace(/\{(name|domain|id|link)\}/g, (_all, name: string) => values[name] ?? '');
}
