import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { useKept } from '../../ui/use-kept.ts';

/** A command of the user's own for level `custom`. Main names it whole and asks before it is kept and switched on. */
export function CustomCommand(props: SectionProps) {
  const { t } = useText();
  const { locked, settings } = props.state.status;
  const { customAllowed, customCommand } = settings;
  const off = useSetting(props, 'customAllowed');
  const use = useCommand(props.api);
  // What was typed and is not used yet; empty for what is set.
  const [draft, setDraft] = useKept('draft.customCommand');
  const text = draft === '' ? (customCommand ?? '') : draft;
  const forbidden = locked.includes('customAllowed') && !customAllowed;
  const fixed = locked.includes('customCommand');
  const submit = async (): Promise<void> => {
    if ((await use.run({ kind: 'setCustomCommand', command: text.trim() })).ok) setDraft('');
  };
  const problem = use.problem ?? off.problem;
  return (
    <form
      class="part"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field
        label={t('isolation.customCommand')}
        help={t('isolation.customCommand.help')}
        locked={fixed ? 'customCommand' : forbidden && 'customAllowed'}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={text}
            onInput={(event) => setDraft(event.currentTarget.value)}
          />
        )}
      </Field>
      <p class="field-help" role="status">
        {t(customAllowed && customCommand !== null ? 'isolation.customOn' : 'isolation.customOff')}
      </p>
      {problem && <ProblemNotice problem={problem} announce />}
      <div class="buttons">
        <Button type="submit" disabled={forbidden || text.trim() === ''} busy={use.busy}>
          {t('isolation.customUse')}
        </Button>
        {customAllowed && (
          <Button disabled={off.locked} onClick={() => void off.change(false)}>
            {t('isolation.customSwitchOff')}
          </Button>
        )}
      </div>
    </form>
  );
}
