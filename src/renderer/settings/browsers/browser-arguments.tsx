import type { SectionProps } from '../../sections/section-props.ts';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { lockOf } from '../../ui/locked.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { useTyped } from '../../ui/use-kept.ts';

/** Arguments for every start of a browser. Main names them and asks before they are kept. */
export function BrowserArguments({ api, state }: SectionProps) {
  const { t } = useText();
  const use = useCommand(api);
  const set = state.status.settings.browserArguments.join(' ');
  const draft = useTyped('draft.browserArguments', set);
  const words = draft.text.split(/\s+/).filter((word) => word !== '');
  const submit = async (): Promise<void> => {
    if ((await use.run({ kind: 'setBrowserArguments', arguments: words })).ok) draft.used();
  };
  return (
    <Form submit={submit} ready={words.join(' ') !== set} busy={use.busy}>
      <TextField
        label={t('settings.browsers.arguments')}
        help={t('settings.browsers.argumentsHelp')}
        problem={use.problem}
        locked={lockOf(state.status, 'browserArguments')}
        value={draft.text}
        onInput={(text) => {
          use.forget();
          draft.write(text);
        }}
      />
      <div class="buttons">
        <SubmitButton>
          {t(words.length === 0 ? 'settings.browsers.argumentsNone' : 'settings.browsers.argumentsUse')}
        </SubmitButton>
      </div>
    </Form>
  );
}
