import { explain } from '#shared/locales/messages.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { lockOf } from '../../ui/locked.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { useKept } from '../../ui/use-kept.ts';

/** Arguments for every start of a browser. Main names them and asks before they are kept. */
export function BrowserArguments(props: SectionProps) {
  const { t } = useText();
  const { settings } = props.state.status;
  const use = useCommand(props.api);
  const set = settings.browserArguments.join(' ');
  // Kept while it differs from what is set; a blank takes all arguments away.
  const [draft, setDraft] = useKept('draft.browserArguments');
  const text = draft === '' ? set : draft;
  const words = text.split(/\s+/).filter((word) => word !== '');
  const submit = async (): Promise<void> => {
    if ((await use.run({ kind: 'setBrowserArguments', arguments: words })).ok) setDraft('');
  };
  const wrong = use.problem && explain(t, use.problem);
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
        label={t('settings.browsers.arguments')}
        help={t('settings.browsers.argumentsHelp')}
        error={wrong && `${wrong.message} ${wrong.next}`}
        locked={lockOf(props.state.status, 'browserArguments')}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={text}
            onInput={(event) => {
              use.forget();
              setDraft(event.currentTarget.value || ' ');
            }}
          />
        )}
      </Field>
      <div class="buttons">
        <Button type="submit" disabled={words.join(' ') === set} busy={use.busy}>
          {t(words.length === 0 ? 'settings.browsers.argumentsNone' : 'settings.browsers.argumentsUse')}
        </Button>
      </div>
    </form>
  );
}
