import { browserInForce } from '../ui/browser-in-force.ts';
import { Field } from '../ui/field.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Section } from '../ui/section.tsx';
import { useText } from '../ui/text.tsx';
import { BrowserCautions } from './browser-cautions.tsx';
import type { SectionProps } from './section-props.ts';
import { useSetting } from './use-setting.ts';

/** Which browser customers open in. */
export function BrowserSection(props: SectionProps) {
  const { t } = useText();
  const { browsers } = props.state.status;
  const setting = useSetting(props, 'browser');
  const best = browsers[0];
  const inForce = browserInForce(props.state.status);
  const missing = setting.value !== null && !browsers.some(({ id }) => id === setting.value);
  return (
    <Section title={t('setup.browser.title')} about={t('setup.browser.about')} part="browsers">
      {!inForce.ok && <ProblemNotice problem={inForce.error} announce />}
      <Field label={t('setup.browser.label')} locked={setting.lock}>
        {(control) => (
          <select
            {...control}
            value={setting.value ?? ''}
            onChange={(event) => void setting.change(event.currentTarget.value || null)}
          >
            <option value="">
              {best === undefined
                ? t('setup.browser.automatic')
                : t('setup.browser.automaticNow', { browser: best.name })}
            </option>
            {browsers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            {missing && (
              <option value={setting.value}>{t('setup.browser.notFound', { browser: setting.value })}</option>
            )}
          </select>
        )}
      </Field>
      {setting.problem && <ProblemNotice problem={setting.problem} announce />}
      <BrowserCautions status={props.state.status} />
    </Section>
  );
}
