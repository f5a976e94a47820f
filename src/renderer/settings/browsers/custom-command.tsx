import { ok } from '../../../shared/result.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { useDraft } from '../../sections/use-draft.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { Field } from '../../ui/field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useText } from '../../ui/text.tsx';

/** A command of the user's own for level `custom`; it does nothing until it is switched on as well. */
export function CustomCommand(props: SectionProps) {
  const { t } = useText();
  const allowed = useSetting(props, 'customAllowed');
  const command = useDraft(props, 'customCommand', {
    show: (value) => value ?? '',
    read: (text) => ok(text.trim() === '' ? null : text.trim()),
  });
  return (
    <div class="part">
      <div class="field">
        <label class="check">
          <input
            type="checkbox"
            checked={allowed.value}
            disabled={allowed.locked}
            onChange={(event) => void allowed.change(event.currentTarget.checked)}
          />
          {t('isolation.customAllowed')}
        </label>
        {allowed.locked && <p class="field-help">{t('setup.locked')}</p>}
      </div>
      {allowed.problem && <ProblemNotice problem={allowed.problem} announce />}
      {allowed.value && (
        <Field
          label={t('isolation.customCommand')}
          help={t('isolation.customCommand.help')}
          error={command.error}
          locked={command.locked}
        >
          {(control) => <input {...control} {...command.input} />}
        </Field>
      )}
    </div>
  );
}
