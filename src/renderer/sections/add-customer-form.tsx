import type { TidegateApi } from '#shared/commands/channels.ts';
import { explain } from '#shared/locales/messages.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { useText } from '../ui/text.tsx';
import { longestText, shortReference } from '../ui/short-reference.ts';
import { useCommand } from '../ui/use-command.ts';
import { useKept } from '../ui/use-kept.ts';

/** One customer, by whatever names its tenant. */
export function AddCustomerForm({ api }: { readonly api: TidegateApi }) {
  const { t } = useText();
  const [reference, setReference] = useKept('add.reference');
  const [name, setName] = useKept('add.name');
  const command = useCommand(api);
  const add = async (event: Event): Promise<void> => {
    event.preventDefault();
    const own = name.trim();
    const outcome = await command.run({
      kind: 'addCustomer',
      reference: shortReference(reference),
      ...(own !== '' && { name: own }),
    });
    if (!outcome.ok) return;
    setReference('');
    setName('');
  };
  const problem = command.problem && explain(t, command.problem);
  return (
    <form class="part" noValidate onSubmit={(event) => void add(event)}>
      <h3>{t('setup.add.title')}</h3>
      <div class="columns">
        <Field label={t('setup.add.reference')} error={problem && `${problem.message} ${problem.next}`}>
          {(control) => (
            <input
              {...control}
              type="text"
              autocomplete="off"
              spellcheck={false}
              required
              value={reference}
              onInput={(event) => setReference(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t('setup.add.name')}>
          {(control) => (
            <input
              {...control}
              type="text"
              autocomplete="off"
              maxLength={longestText}
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <div class="buttons">
        <Button type="submit" disabled={command.busy}>
          {t('setup.add.button')}
        </Button>
      </div>
      {command.done && (
        <Notice tone="success" announce>
          {t('setup.add.done')}
        </Notice>
      )}
    </form>
  );
}
