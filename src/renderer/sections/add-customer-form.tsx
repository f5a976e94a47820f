import type { TidegateApi } from '#shared/commands/channels.ts';
import { Form, SubmitButton } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { longestText, shortReference } from '../ui/short-reference.ts';
import { TextField } from '../ui/text-field.tsx';
import { useText } from '../ui/text.tsx';
import { useCommand } from '../ui/use-command.ts';
import { useTyped } from '../ui/use-kept.ts';

/** One customer, by whatever names its tenant. */
export function AddCustomerForm({ api }: { readonly api: TidegateApi }) {
  const { t } = useText();
  const reference = useTyped('add.reference', '');
  const name = useTyped('add.name', '');
  const command = useCommand(api);
  const add = async (): Promise<void> => {
    const own = name.text.trim();
    const outcome = await command.run({
      kind: 'addCustomer',
      reference: shortReference(reference.text),
      ...(own !== '' && { name: own }),
    });
    if (!outcome.ok) return;
    reference.used();
    name.used();
  };
  return (
    <Form submit={add} busy={command.busy}>
      <h3>{t('setup.add.title')}</h3>
      <div class="columns">
        <TextField
          label={t('setup.add.reference')}
          problem={command.problem}
          value={reference.text}
          onInput={reference.write}
          input={{ required: true }}
        />
        <TextField
          label={t('setup.add.name')}
          value={name.text}
          onInput={name.write}
          input={{ maxLength: longestText }}
        />
      </div>
      <div class="buttons">
        <SubmitButton>{t('setup.add.button')}</SubmitButton>
      </div>
      {command.done && (
        <Notice tone="success" announce>
          {t('setup.add.done')}
        </Notice>
      )}
    </Form>
  );
}
