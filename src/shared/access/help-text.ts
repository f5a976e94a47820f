import { onboardingGuides, type OnboardingGuide } from './onboarding.ts';
import { consentLink, onboardingLetter, type LetterSender } from './onboarding-letter.ts';
import { registerCommand } from './register-command.ts';
import { ownTenantIds, type OwnTenants } from './own-tenants.ts';
import { requestText } from './request-text.ts';
import type { Customer } from '../customer/customer.ts';
import type { Language } from '../locales/language.ts';
import { translator, type Translate } from '../locales/messages.ts';

/** A letter to a customer, in the customer's language. */
export type Letter = `letter-${OnboardingGuide}-${Language}`;
const letters = onboardingGuides.flatMap((guide): readonly Letter[] => [
  `letter-${guide}-en`,
  `letter-${guide}-fr`,
]);

/** The texts that the help offers to copy: all are made here, none comes from a window. */
export const helpTexts = [
  'own-tenant-ids',
  'customer-tenant-id',
  'request',
  'consent-link',
  'register-command',
  ...letters,
] as const;
export type HelpText = (typeof helpTexts)[number];

/** What a status says of the sender. */
export type SenderStatus = OwnTenants & Pick<LetterSender, 'settings'>;

/** The text to copy; nothing when there is nothing to say yet. */
export function helpText(
  what: HelpText,
  customer: Customer | undefined,
  own: SenderStatus,
  t: Translate,
): string | undefined {
  const ids = ownTenantIds(own);
  if (isLetter(what)) {
    const [, guide, language] = what.split('-') as ['letter', OnboardingGuide, Language];
    const sender = { own: ids, settings: own.settings };
    return customer && onboardingLetter(guide, customer, sender, translator(language));
  }
  switch (what) {
    case 'own-tenant-ids':
      return ids.length === 0 ? undefined : ids.join('\n');
    case 'customer-tenant-id':
      return customer?.tenantId;
    case 'register-command':
      return registerCommand;
    case 'request':
      return customer && requestText(customer, ids, t);
    case 'consent-link':
      return customer && consentLink(customer.tenantId, own.settings);
  }
}

function isLetter(what: HelpText): what is Letter {
  return what.startsWith('letter-');
}
