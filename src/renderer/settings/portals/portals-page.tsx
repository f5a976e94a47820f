import { useState } from 'preact/hooks';
import type { OwnPage } from '#shared/portals/own-page.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { ConfirmedHosts } from './confirmed-hosts.tsx';
import { OwnPageForm } from './own-page-form.tsx';
import { OwnTenantSection } from './own-tenant-section.tsx';
import { PageRows } from './page-rows.tsx';

/** Which pages the finder offers, in which order, and the user's own. */
export function PortalsPage(props: SectionProps) {
  const { t } = useText();
  const [editing, setEditing] = useState<OwnPage | null>(null);
  return (
    <>
      <Section title={t('settings.portals.list.title')} about={t('settings.portals.list.about')}>
        <PageRows {...props} edit={setEditing} />
      </Section>
      <OwnPageForm key={editing?.id ?? 'new'} {...props} editing={editing} ended={() => setEditing(null)} />
      <OwnTenantSection {...props} />
      <ConfirmedHosts {...props} />
    </>
  );
}
