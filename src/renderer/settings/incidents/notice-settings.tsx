import type { QuietHours } from '#shared/settings/settings.ts';
import { CheckSetting } from '../../sections/check-setting.tsx';
import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { Field } from '../../ui/field.tsx';
import { Locked } from '../../ui/locked.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useText } from '../../ui/text.tsx';

/** What is offered first: from the evening into the morning. */
const usual: QuietHours = { from: '20:00', to: '07:00' };

/** Whether the desktop tells of new incidents, and when it keeps quiet. */
export function NoticeSettings(props: SectionProps) {
  const { t } = useText();
  const quiet = useSetting(props, 'quietHours');
  const hours = quiet.value;
  const time = (name: keyof QuietHours) => (
    <Field label={t(`settings.incidents.quiet.${name}`)} locked={quiet.lock}>
      {(control) => (
        <input
          {...control}
          type="time"
          required
          value={hours?.[name] ?? usual[name]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value !== '') void quiet.change({ ...(hours ?? usual), [name]: value });
          }}
        />
      )}
    </Field>
  );
  return (
    <div class="card-rows">
      <CheckSetting
        {...props}
        name="incidentNotices"
        label={t('settings.incidents.notices')}
        help={t('settings.incidents.notices.help')}
      />
      {props.state.status.settings.incidentNotices && (
        <div class="field">
          <label class="check">
            <input
              type="checkbox"
              checked={hours !== null}
              disabled={quiet.locked}
              onChange={(event) => void quiet.change(event.currentTarget.checked ? usual : null)}
            />
            {t('settings.incidents.quiet')}
          </label>
          <p class="field-help">{t('settings.incidents.quiet.help')}</p>
          {hours !== null && time('from')}
          {hours !== null && time('to')}
          {quiet.locked && <Locked setting="quietHours" />}
          {quiet.problem && <ProblemNotice problem={quiet.problem} announce />}
        </div>
      )}
    </div>
  );
}
