import { useState } from 'preact/hooks';
import { isolationLevels, type IsolationLevel } from '#shared/customer/isolation.ts';
import type { Customer } from '#shared/customer/customer.ts';
import type { CustomersEdit } from '#shared/customer/customers-edit.ts';
import type { SectionProps } from '../../../sections/section-props.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form, SubmitButton } from '../../../ui/form.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useText } from '../../../ui/text.tsx';
import { useCommand } from '../../../ui/use-command.ts';

/** Stands for "as it is" and for "the default" in a choice. */
const [same, usual] = ['same', 'usual'];

/** What can be changed at all selected customers at once. What is left empty stays at each as it is. */
export function EditSelected(
  props: SectionProps & { readonly selected: readonly Customer[]; readonly tags: readonly string[] },
) {
  const { selected, tags } = props;
  const { t } = useText();
  const command = useCommand(props.api);
  const [addTags, setAddTags] = useState('');
  const [removeTag, setRemoveTag] = useState('');
  const [colour, setColour] = useState('');
  const [browser, setBrowser] = useState(same);
  const [isolation, setIsolation] = useState(same);
  const [hidden, setHidden] = useState(same);
  const edit: CustomersEdit = {
    ...(addTags.trim() !== '' && { addTags: addTags.split(',').map((tag) => tag.trim()) }),
    ...(removeTag !== '' && { removeTags: [removeTag] }),
    ...(colour.trim() !== '' && { colour: colour.trim() === '-' ? null : colour.trim() }),
    ...(browser !== same && { browser: browser === usual ? null : browser }),
    ...(isolation !== same && { isolation: isolation === usual ? null : (isolation as IsolationLevel) }),
    ...(hidden !== same && { hidden: hidden === 'yes' }),
  };
  const nothing = Object.keys(edit).length === 0;
  const apply = async (): Promise<void> => {
    const tenantIds = selected.map(({ tenantId }) => tenantId);
    if (!(await command.run({ kind: 'editCustomers', tenantIds, edit })).ok) return;
    setAddTags('');
    setRemoveTag('');
    setColour('');
    setBrowser(same);
    setIsolation(same);
    setHidden(same);
  };
  const [only] = selected;
  const removable = selected.length === 1 && only !== undefined && only.access.includes('list');
  const choice = (
    label: string,
    value: string,
    set: (value: string) => void,
    options: readonly (readonly [value: string, name: string])[],
  ) => (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => set(event.currentTarget.value)}>
          {options.map(([each, name]) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  const asItIs = [same, t('desktop.customers.same')] as const;
  const theUsual = [usual, t('desktop.customers.usual')] as const;
  return (
    <Form
      class="customer-edit"
      label={t('desktop.customers.edit', { count: selected.length })}
      submit={apply}
      ready={!nothing}
      busy={command.busy}
    >
      <h3>{t('desktop.customers.edit', { count: selected.length })}</h3>
      <div class="columns customer-filters">
        <TextField label={t('desktop.customers.addTags')} value={addTags} onInput={setAddTags} />
        {choice(t('desktop.customers.removeTag'), removeTag, setRemoveTag, [
          ['', t('desktop.customers.noTag')],
          ...tags
            .filter((tag) => selected.some((customer) => customer.tags.includes(tag)))
            .map((tag) => [tag, tag] as const),
        ])}
        <TextField
          label={t('desktop.customers.colour')}
          help={t('desktop.customers.colourHelp')}
          value={colour}
          onInput={setColour}
        />
        {choice(t('desktop.customers.browser'), browser, setBrowser, [
          asItIs,
          theUsual,
          ...props.state.status.browsers.map(({ id, name }) => [id, name] as const),
        ])}
        {choice(t('isolation.title'), isolation, setIsolation, [
          asItIs,
          theUsual,
          ...isolationLevels.map((level) => [level, t(`isolation.${level}`)] as const),
        ])}
        {choice(t('desktop.customers.hidden'), hidden, setHidden, [
          asItIs,
          ['no', t('desktop.customers.show')],
          ['yes', t('desktop.customers.hide')],
        ])}
      </div>
      {command.problem && <ProblemNotice problem={command.problem} announce />}
      <div class="buttons">
        <SubmitButton look="primary">{t('desktop.customers.apply', { count: selected.length })}</SubmitButton>
        {removable && (
          <Button
            look="quiet"
            onClick={() => void command.run({ kind: 'removeCustomer', tenantId: only.tenantId })}
          >
            {t('desktop.customers.remove')}
          </Button>
        )}
      </div>
      <p class="unseen" role="status">
        {command.done === undefined ? '' : t('desktop.customers.done')}
      </p>
    </Form>
  );
}
