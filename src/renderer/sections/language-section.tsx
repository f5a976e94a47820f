import { languageNames, languages, type LanguageChoice } from '#shared/locales/language.ts';
import { Field } from '../ui/field.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Section } from '../ui/section.tsx';
import { useText } from '../ui/text.tsx';
import type { SectionProps } from './section-props.ts';
import { useSetting } from './use-setting.ts';

/** Each language by its own name, so that it is found in whatever language the window speaks. */
export function LanguageSection(props: SectionProps) {
  const { t } = useText();
  const setting = useSetting(props, 'language');
  return (
    <Section title={t('setup.language.title')}>
      <Field label={t('setup.language.label')} locked={setting.lock}>
        {(control) => (
          <select
            {...control}
            value={setting.value}
            onChange={(event) => void setting.change(event.currentTarget.value as LanguageChoice)}
          >
            <option value="system">{t('setup.language.system')}</option>
            {languages.map((language) => (
              <option key={language} value={language} lang={language}>
                {languageNames[language]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {setting.problem && <ProblemNotice problem={setting.problem} announce />}
    </Section>
  );
}
