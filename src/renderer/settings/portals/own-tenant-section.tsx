import { useState } from 'preact/hooks';
import { catalogue } from '#shared/portals/catalogue.ts';
import { isCatalogueId } from '#shared/portals/catalogue-ids.ts';
import { nameOf } from '#shared/portals/names.ts';
import { ownTenantAmong } from '#shared/portals/own-tenant.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { Button } from '../../ui/button.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { wantedPage } from '../../ui/settings-place.ts';
import { shortReference } from '../../ui/short-reference.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { useHandedOver } from '../../ui/use-handed-over.ts';
import { CustomerChooser } from '../help/customer-chooser.tsx';
import { OpenButton } from '../help/open-button.tsx';
import { useIndex } from '../help/use-index.ts';

/** Names the MSSP's own tenant: by its id or domain, or as one of the customers. A page that waited for it opens from here. */
export function OwnTenantSection(props: SectionProps) {
  const { api, state } = props;
  const { customers, status, usage } = state;
  const { locked, settings } = status;
  const { t } = useText();
  const command = useCommand(api);
  const index = useIndex(customers);
  const [wanted] = useHandedOver(wantedPage);
  const [text, setText] = useState('');
  const isLocked = locked.includes('ownTenant');
  const own = ownTenantAmong(customers, settings.ownTenant);
  const waiting = isCatalogueId(wanted) ? wanted : undefined;
  const name = async (reference: string | null): Promise<void> => {
    if ((await command.run({ kind: 'nameOwnTenant', reference })).ok) setText('');
  };
  return (
    <Section title={t('settings.ownTenant.title')} about={t('settings.ownTenant.about')}>
      {own === undefined && waiting !== undefined && (
        <Notice tone="warning">
          {t('problem.page-own-tenant', { page: nameOf(catalogue[waiting], t) })}
        </Notice>
      )}
      {own === undefined ? (
        <p class="none">{t('settings.ownTenant.none')}</p>
      ) : (
        <p class="own-tenant">
          <strong>{own.name}</strong>{' '}
          <span class="own-detail">
            {[own.defaultDomain, own.tenantId].filter((each) => each !== undefined).join(' · ')}
          </span>{' '}
          {t(
            settings.ownTenant === own.tenantId ? 'settings.ownTenant.named' : 'settings.ownTenant.signedIn',
          )}
        </p>
      )}
      <Form submit={() => name(shortReference(text))} ready={!isLocked} busy={command.busy}>
        <TextField
          label={t('settings.ownTenant.reference')}
          help={t('settings.ownTenant.help')}
          problem={command.problem}
          locked={isLocked && 'ownTenant'}
          value={text}
          onInput={setText}
          input={{ 'data-place': 'own-tenant', placeholder: 'soc.example' }}
        />
        <div class="buttons">
          <SubmitButton look="primary">{t('settings.ownTenant.submit')}</SubmitButton>
          {settings.ownTenant !== null && (
            <Button disabled={isLocked} busy={command.busy} onClick={() => void name(null)}>
              {t('settings.ownTenant.unname')}
            </Button>
          )}
          {own !== undefined && waiting !== undefined && (
            <OpenButton api={api} context={settings} customer={own} page={waiting} />
          )}
        </div>
      </Form>
      {!isLocked && (
        <CustomerChooser
          label={t('settings.ownTenant.choose')}
          index={index}
          usage={usage}
          chosen={settings.ownTenant === null ? [] : [settings.ownTenant]}
          onChoose={(tenantId) => void name(tenantId)}
        />
      )}
      {command.done && (
        <Notice tone="success" announce>
          {t('settings.ownTenant.done')}
        </Notice>
      )}
    </Section>
  );
}
