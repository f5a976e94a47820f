import { accessKindsText } from '#shared/access/access-kinds-text.ts';
import { causesFor } from '#shared/access/causes.ts';
import { requestText } from '#shared/access/request-text.ts';
import { ownTenantIds } from '#shared/access/own-tenants.ts';
import { servingAccount } from '#shared/access/serving-account.ts';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CauseStep } from './cause-step.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import type { HelpProps } from './help-props.ts';

/** Why a customer's portal may not have opened, the likeliest first, and what to do about each. */
export function NotOpenedSection({ api, customer, state }: HelpProps) {
  const { t } = useText();
  const now = useNow();
  const { status } = state;
  if (customer === undefined)
    return (
      <Section
        fold="help-not-opened"
        place="help-notOpened"
        title={t('help.notOpened.title')}
        about={t('help.notOpened.about')}
      >
        <p class="none">{t('help.chooseFirst')}</p>
      </Section>
    );
  const serving = servingAccount(customer, status.accounts);
  return (
    <Section
      fold="help-not-opened"
      place="help-notOpened"
      title={t('help.notOpened.title')}
      about={t('help.notOpened.about')}
    >
      <dl class="help-known">
        <dt>{t('help.notOpened.account')}</dt>
        <dd>{serving?.username ?? t('help.notOpened.nobody')}</dd>
        <dt>{t('help.notOpened.access')}</dt>
        <dd>{accessKindsText(t, customer)}</dd>
      </dl>
      <ol class="steps">
        {causesFor(customer, status, now).map((cause) => (
          <li key={cause}>
            <p>
              <strong>{t(`help.cause.${cause}`)}</strong> {t(`help.cause.${cause}.next`)}
            </p>
            <CauseStep
              api={api}
              cause={cause}
              customer={customer}
              context={status.settings}
              serving={serving}
              waiting={status.signIn === 'waiting'}
            />
          </li>
        ))}
      </ol>
      <div class="part">
        <h3>{t('help.request.title')}</h3>
        <p class="help-letter">
          {requestText(customer, ownTenantIds({ ...status, customers: state.customers }), t)}
        </p>
        <div class="buttons">
          <CopyButton key={customer.tenantId} api={api} what="request" tenantId={customer.tenantId}>
            {t('help.request.copy')}
          </CopyButton>
        </div>
      </div>
    </Section>
  );
}
