import { cloudIds, type CloudId } from '#shared/settings/cloud.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { Field } from '../../ui/field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';

/** In which of Microsoft's clouds one signs in, customers are listed and portals open. */
export function CloudSection(props: SectionProps) {
  const { t } = useText();
  const setting = useSetting(props, 'cloud');
  return (
    <Section title={t('settings.cloud.title')} about={t('settings.cloud.about')}>
      <Field label={t('settings.cloud.label')} help={t('settings.cloud.help')} locked={setting.lock}>
        {(control) => (
          <select
            {...control}
            value={setting.value}
            onChange={(event) => void setting.change(event.currentTarget.value as CloudId)}
          >
            {cloudIds.map((id) => (
              <option key={id} value={id}>
                {t(`settings.cloud.${id}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {setting.problem && <ProblemNotice problem={setting.problem} announce />}
    </Section>
  );
}
