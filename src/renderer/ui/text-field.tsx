import type { ComponentProps } from 'preact';
import { Field, type FieldProps } from './field.tsx';
import type { SettingsPlace } from './settings-place.ts';

/** A field of one line, for names and addresses: no word of them is for a dictionary, or for a list of former ones. */
export function TextField({
  input,
  onInput,
  value,
  ...field
}: Omit<FieldProps, 'children'> & {
  readonly value: string;
  readonly onInput: (text: string) => void;
  /** What else the input is to have. */
  readonly input?: ComponentProps<'input'> & { readonly 'data-place'?: SettingsPlace };
}) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          type="text"
          autocomplete="off"
          spellcheck={false}
          {...control}
          {...input}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
