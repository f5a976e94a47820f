import { useState } from 'preact/hooks';
import type { OwnPortal } from '../../../shared/portals/own-portal.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { Field } from '../../ui/field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { ConfirmedHosts } from './confirmed-hosts.tsx';
import { OwnPortalForm } from './own-portal-form.tsx';
import { PortalRows } from './portal-rows.tsx';

/** Which pages the finder offers, in which order, and the user's own. */
export function PortalsPage(props: SectionProps) {
  const { t } = useText();
  const inferred = useSetting(props, 'inferredPortals');
  const [editing, setEditing] = useState<OwnPortal | null>(null);
  return (
    <>
      <OwnPortalForm key={editing?.id ?? 'new'} {...props} editing={editing} ended={() => setEditing(null)} />
      <ConfirmedHosts {...props} />
      <Section title={t('settings.portals.list.title')} about={t('settings.portals.list.about')}>
        <Field label={t('settings.portals.standing')} locked={inferred.locked}>
          {(control) => (
            <label class="check" for={control.id}>
              <input
                {...control}
                type="checkbox"
                checked={inferred.value}
                onChange={(event) => void inferred.change(event.currentTarget.checked)}
              />
              {t('settings.portals.inferred')}
            </label>
          )}
        </Field>
        {inferred.problem && <ProblemNotice problem={inferred.problem} announce />}
        <PortalRows {...props} edit={setEditing} />
      </Section>
    </>
  );
}
