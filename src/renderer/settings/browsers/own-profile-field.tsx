import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { chosenBrowser } from '../../ui/browser-in-force.ts';
import { Field } from '../../ui/field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useText } from '../../ui/text.tsx';

/** Which of the user's own profiles level `own` opens. The browser's list is read, and never written. */
export function OwnProfileField(props: SectionProps) {
  const { t } = useText();
  const setting = useSetting(props, 'ownProfile');
  const browser = chosenBrowser(props.state.status);
  const profiles = browser?.ownProfiles ?? [];
  const missing = setting.value !== null && !profiles.some(({ id }) => id === setting.value);
  if (profiles.length === 0 && !missing) return null;
  return (
    <>
      <Field
        label={t('isolation.ownProfile', { browser: browser?.name ?? '' })}
        locked={setting.lock}
        help={t('isolation.ownProfile.help')}
      >
        {(control) => (
          <select
            {...control}
            value={setting.value ?? ''}
            onChange={(event) => void setting.change(event.currentTarget.value || null)}
          >
            <option value="">{t('isolation.ownProfile.none')}</option>
            {profiles.map(({ account, id, name }) => (
              <option key={id} value={id}>
                {account === undefined ? name : `${name} (${account})`}
              </option>
            ))}
            {missing && (
              <option value={setting.value}>{t('setup.browser.notFound', { browser: setting.value })}</option>
            )}
          </select>
        )}
      </Field>
      {setting.problem && <ProblemNotice problem={setting.problem} announce />}
    </>
  );
}
