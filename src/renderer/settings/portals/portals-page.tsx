import { useState } from 'preact/hooks';
import type { OwnPortal } from '#shared/portals/own-portal.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { ConfirmedHosts } from './confirmed-hosts.tsx';
import { OwnPortalForm } from './own-portal-form.tsx';
import { OwnTenantSection } from './own-tenant-section.tsx';
import { PortalRows } from './portal-rows.tsx';

/** Which pages the finder offers, in which order, and the user's own. */
export function PortalsPage(props: SectionProps) {
  const { t } = useText();
  const [editing, setEditing] = useState<OwnPortal | null>(null);
  return (
    <>
      <Section title={t('settings.portals.list.title')} about={t('settings.portals.list.about')}>
        <PortalRows {...props} edit={setEditing} />
      </Section>
      <OwnPortalForm key={editing?.id ?? 'new'} {...props} editing={editing} ended={() => setEditing(null)} />
      <OwnTenantSection {...props} />
      <ConfirmedHosts {...props} />
    </>
  );
}
