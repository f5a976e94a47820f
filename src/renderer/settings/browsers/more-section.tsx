import { explain } from '../../../shared/locales/messages.ts';
import { ok } from '../../../shared/result.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { useDraft } from '../../sections/use-draft.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { Field } from '../../ui/field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';

/** What few need: a browser that is not found by itself, arguments for every start, Firefox and the account of Windows. */
export function MoreSection(props: SectionProps) {
  const { t } = useText();
  const sso = useSetting(props, 'windowsSso');
  const { browserPathProblem, platform } = props.state.status;
  const unusable = browserPathProblem && explain(t, browserPathProblem);
  const pathError = unusable ? `${unusable.message} ${unusable.next}` : undefined;
  const path = useDraft(props, 'browserPath', {
    show: (value) => value ?? '',
    read: (text) => ok(text.trim() === '' ? null : text.trim()),
  });
  const args = useDraft(props, 'browserArguments', {
    show: (value) => value.join(' '),
    read: (text) => ok(text.split(/\s+/).filter((word) => word !== '')),
  });
  return (
    <Section title={t('settings.browsers.more')} about={t('settings.browsers.moreAbout')}>
      <Field
        label={t('settings.browsers.path')}
        help={t('settings.browsers.pathHelp')}
        error={path.error ?? pathError}
        locked={path.locked}
      >
        {(control) => <input {...control} {...path.input} />}
      </Field>
      <Field
        label={t('settings.browsers.arguments')}
        help={t('settings.browsers.argumentsHelp')}
        error={args.error}
        locked={args.locked}
      >
        {(control) => <input {...control} {...args.input} />}
      </Field>
      {platform === 'win32' && (
        <div class="field">
          <label class="check">
            <input
              type="checkbox"
              checked={sso.value}
              disabled={sso.locked}
              onChange={(event) => void sso.change(event.currentTarget.checked)}
            />
            {t('settings.browsers.windowsSso')}
          </label>
          {sso.problem && <ProblemNotice problem={sso.problem} announce />}
        </div>
      )}
    </Section>
  );
}
