import { useState } from 'preact/hooks';
import type { Command } from '#shared/commands/command.ts';
import type { ProfileRow } from '#shared/commands/profiles.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useText } from '../../ui/text.tsx';

/** Another name or colour for a customer, and so for the customer's profiles. */
export function ProfileLookForm(props: {
  readonly row: ProfileRow;
  readonly tenantId: TenantId;
  readonly run: (command: Command, done: string) => Promise<void>;
  readonly close: () => void;
}) {
  const { t } = useText();
  const { row, tenantId } = props;
  const [name, setName] = useState(row.name);
  const [colour, setColour] = useState(row.colour ?? '#000000');
  const save = (): void => {
    props.close();
    const change = {
      ...(name !== row.name && { name: name.trim() === '' ? null : name }),
      ...(colour !== row.colour && { colour }),
    };
    void props.run({ kind: 'annotate', tenantId, change }, t('profiles.lookSaved', { customer: name }));
  };
  return (
    <Form class="profile-ask" submit={save}>
      <div class="columns">
        <TextField label={t('profiles.name')} help={t('profiles.lookHelp')} value={name} onInput={setName} />
        <Field label={t('profiles.colour')}>
          {(control) => (
            <input
              {...control}
              type="color"
              value={colour}
              onInput={(event) => setColour(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <div class="buttons">
        <SubmitButton look="primary">{t('profiles.save')}</SubmitButton>
        <Button onClick={props.close}>{t('profiles.keep')}</Button>
      </div>
    </Form>
  );
}
