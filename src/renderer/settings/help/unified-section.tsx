import { ownTenantAmong } from '#shared/portals/own-tenant.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { OpenButton } from './open-button.tsx';

/** Microsoft's own view of many tenants, what it cannot do, and the way there: in the own tenant's profile. */
export function UnifiedSection({ api, state }: SectionProps) {
  const { t } = useText();
  const own = ownTenantAmong(state.customers, state.status.settings.ownTenant);
  return (
    <Section
      fold="help-unified"
      place="help-unified"
      title={t('help.unified.title')}
      about={t('help.unified.about')}
    >
      <ul class="help-facts">
        <li>{t('help.unified.first')}</li>
        <li>{t('help.unified.scope')}</li>
        <li>{t('help.unified.limit')}</li>
        <li>{t('help.unified.sentinel')}</li>
        <li>{t('help.unified.roles')}</li>
        <li>{t('help.unified.mfa')}</li>
      </ul>
      {own === undefined && <p class="none">{t('help.unified.noOwn')}</p>}
      <div class="buttons">
        {(['mto', 'mtoIncidents', 'mtoSettings'] as const).map((page) => (
          <OpenButton key={page} api={api} context={state.status.settings} customer={own} page={page} />
        ))}
      </div>
      <p class="field-help">{t('help.unified.source')}</p>
    </Section>
  );
}
