import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { Button } from '../../ui/button.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { useTyped } from '../../ui/use-kept.ts';

/** A command of the user's own for level `custom`. Main names it whole and asks before it is kept and switched on. */
export function CustomCommand(props: SectionProps) {
  const { t } = useText();
  const { locked, settings } = props.state.status;
  const { customAllowed, customCommand } = settings;
  const off = useSetting(props, 'customAllowed');
  const use = useCommand(props.api);
  const draft = useTyped('draft.customCommand', customCommand ?? '');
  const command = draft.text.trim();
  const forbidden = locked.includes('customAllowed') && !customAllowed;
  const fixed = locked.includes('customCommand');
  const submit = async (): Promise<void> => {
    if ((await use.run({ kind: 'setCustomCommand', command })).ok) draft.used();
  };
  const problem = use.problem ?? off.problem;
  return (
    <Form submit={submit} ready={!forbidden && command !== ''} busy={use.busy}>
      <TextField
        label={t('isolation.customCommand')}
        help={t('isolation.customCommand.help')}
        locked={fixed ? 'customCommand' : forbidden && 'customAllowed'}
        value={draft.text}
        onInput={draft.write}
      />
      <p class="field-help" role="status">
        {t(customAllowed && customCommand !== null ? 'isolation.customOn' : 'isolation.customOff')}
      </p>
      {problem && <ProblemNotice problem={problem} announce />}
      <div class="buttons">
        <SubmitButton>{t('isolation.customUse')}</SubmitButton>
        {customAllowed && (
          <Button disabled={off.locked} onClick={() => void off.change(false)}>
            {t('isolation.customSwitchOff')}
          </Button>
        )}
      </div>
    </Form>
  );
}
