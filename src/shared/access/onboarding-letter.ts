import type { Customer } from '../customer/customer.ts';
import type { MessageKey, Translate } from '../locales/messages.ts';
import { clouds } from '../settings/cloud.ts';
import { scopeOf } from '../settings/permissions.ts';
import type { Settings } from '../settings/settings.ts';
import type { TenantId } from '../tenant/tenant-id.ts';
import type { OnboardingGuide } from './onboarding.ts';

/** What a letter tells of the sender. */
export interface LetterSender {
  readonly own: readonly TenantId[];
  readonly settings: Pick<Settings, 'clientId' | 'cloud'>;
}

/** What the customer does, in its order, and at the end how it is taken back. */
const parts: Readonly<Record<OnboardingGuide, readonly MessageKey[]>> = {
  consent: ['letter.consent.open', 'letter.consent.check', 'letter.consent.end', 'letter.consent.role'],
  b2b: ['letter.b2b.connected', 'letter.b2b.groups', 'letter.b2b.packages', 'letter.b2b.approve'],
  gdap: ['letter.gdap.request', 'letter.gdap.roles', 'letter.gdap.approve'],
  governance: ['letter.governance.request', 'letter.governance.roles', 'letter.governance.accept'],
  lighthouse: ['letter.lighthouse.offer', 'letter.lighthouse.roles', 'letter.lighthouse.deploy'],
};

/**
 * The address at which an administrator of the customer lets the application read incidents, and nothing else. Nothing while
 * no registration is set. Microsoft's "Admin consent" page gives its form.
 */
export function consentLink(
  tenantId: TenantId,
  { clientId, cloud: id }: LetterSender['settings'],
): string | undefined {
  if (clientId === null) return undefined;
  const cloud = clouds[id];
  // SECURITY: exactly this one permission, asked of the customer's own tenant.
  const query = {
    client_id: clientId,
    scope: scopeOf('incidents', cloud),
    redirect_uri: 'http://localhost',
    state: 'incidents',
  };
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${cloud.login}/${tenantId}/v2.0/adminconsent?${pairs.join('&')}`;
}

/** A letter to the customer's administrator, in the language of `t`; nothing where it would lack what it is about. */
export function onboardingLetter(
  guide: OnboardingGuide,
  { defaultDomain, name, tenantId }: Pick<Customer, 'name' | 'tenantId' | 'defaultDomain'>,
  { own, settings }: LetterSender,
  t: Translate,
): string | undefined {
  const link = consentLink(tenantId, settings);
  if (guide === 'consent' && link === undefined) return undefined;
  const tenant = defaultDomain === undefined ? tenantId : `${tenantId} (${defaultDomain})`;
  const values = { clientId: settings.clientId ?? '', own: own.join(', '), link: link ?? '' };
  return [
    t('help.request.greeting'),
    '',
    t(`letter.${guide}.about`, { customer: name }),
    `- ${t('help.request.customerTenant', { tenant })}`,
    `- ${own.length === 0 ? t('help.request.ownMissing') : t('help.request.ownTenant', { tenant: own.join(', ') })}`,
    '',
    t('letter.steps'),
    ...parts[guide].map((key, index) => `${index + 1}. ${t(key, values)}`),
    '',
    t(`letter.${guide}.sees`),
    t(`letter.${guide}.back`, values),
    '',
    t('help.request.thanks'),
  ].join('\n');
}
